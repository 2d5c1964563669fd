public import EventCoding
public import Records

extension CorrectionReview {
  /// Merges and splits across articles among reports of which some were made one already, as a store brings them. A
  /// correction whose events are not both among them, or are one already, is left for another time.
  ///
  /// - Parameter apart: pairs of events that are not to be merged, whoever says so.
  public mutating func link(_ events: [Event], articles: [LinkedArticle], apart: Set<EventPair>) -> (
    events: [Event], merges: [EventMerge]
  ) {
    var parted = apart
    for number in standing {
      let correction = corrections[number]
      guard case .split(let from?) = correction.change, let pair = pair(correction.event, from, in: events, number)
      else { continue }
      parted.insert(EventPair(pair.own, pair.other))
      settle(number, .applied, pair.own)
    }
    var linked = EventLinker.link(events, articles: articles, apart: parted)
    for number in standing {
      let correction = corrections[number]
      guard case .merge(let into) = correction.change, let pair = pair(correction.event, into, in: events, number),
        !apart.contains(EventPair(pair.own, pair.other))
      else { continue }
      merge(number, pair, &linked)
    }
    return linked
  }

  /// The ids of the two events, nil where they are not two.
  private mutating func pair(_ one: EventAddress, _ other: EventAddress, in events: [Event], _ number: Int) -> (
    own: String, other: String
  )? {
    let (own, its) = (EventFinder.places(of: one, in: events), EventFinder.places(of: other, in: events))
    guard let first = own.first, let second = its.first, first != second else { return nil }
    guard own.count == 1, its.count == 1 else {
      settle(number, .ambiguous)
      return nil
    }
    return (events[first].id, events[second].id)
  }

  private mutating func merge(
    _ number: Int, _ pair: (own: String, other: String), _ linked: inout (events: [Event], merges: [EventMerge])
  ) {
    settle(number, .applied, pair.own)
    // The linker may have made them one, or one of them part of a third.
    func standing(_ id: String) -> Int? {
      var id = id
      while let merge = linked.merges.first(where: { $0.absorbed.id == id }) { id = merge.into }
      return linked.events.firstIndex { $0.id == id }
    }
    guard let own = standing(pair.own), let kept = standing(pair.other), own != kept else { return }
    let (absorbed, before) = (linked.events[own], linked.events[kept])
    var folded = EventLinker.fold(absorbed, into: before)
    note(&folded, corrections[number])
    linked.events[kept] = folded
    linked.events.remove(at: own)
    let correction = corrections[number]
    linked.merges.append(
      EventMerge(
        into: before.id, before: before, absorbed: absorbed, kind: .corrected,
        reason: "merge by \(correction.author): \(correction.reason)"))
  }
}
