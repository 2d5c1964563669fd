import Formats
import NewsText
import Records

/// Gives each loss to one telling or to none (Codebook 3 to 5): to one of its own sentence first, else to the one told
/// just before.
struct TollAssigner {
  let reading: Reading

  init(reading: Reading) { self.reading = reading }

  /// Adds the losses to the frames; frames that tell no event take none.
  func assign(_ losses: [Loss], to frames: inout [Frame]) {
    for loss in losses {
      guard let index = owner(of: loss, in: frames) else { continue }
      add(loss, to: &frames[index])
    }
  }

  private func owner(of loss: Loss, in frames: [Frame]) -> Int? {
    let near =
      frames.partitioningIndex(where: { $0.sentence >= loss.sentence - 2 }
      )..<frames.partitioningIndex(where: { $0.sentence > loss.sentence })
    let told = near.filter { frames[$0].miss == nil && TollAssigner.takes(loss.kind, frames[$0].type) }
    let own = told.filter { frames[$0].sentence == loss.sentence && !isBefore(frames[$0], loss) }
    if !own.isEmpty { return own.min { distance(frames[$0], loss) < distance(frames[$1], loss) } }
    guard let last = told.last(where: { frames[$0].sentence < loss.sentence }), continues(loss, frames[last]) else {
      return nil
    }
    // A telling of another event stands between, or the sentence names a place of its own.
    let between = frames[near].contains { $0.sentence == loss.sentence && $0.miss == nil }
    return between ? nil : last
  }

  /// "19 people were killed near the capital, hours after an attack on Khan Sheikhun": not by that.
  private func isBefore(_ frame: Frame, _ loss: Loss) -> Bool {
    guard loss.clause < frame.clause,
      let after = reading.sentences[frame.sentence].clauses[frame.clause].subordinator, after > 0
    else { return false }
    let words = reading.lexicon.words
    return words.words("after").contains(reading.word(after))
      && words.words("time unit").contains(reading.word(after - 1))
  }

  /// Those who fled belong to their flight, or to the attack that drove them out.
  private static func takes(_ kind: LossKind, _ type: EventType) -> Bool {
    takesLosses(type) || kind == .displaced && type == .displacement
  }

  static func takesLosses(_ type: EventType) -> Bool {
    switch type {
    case .ceasefire, .aidDelivery, .displacement, .withdrawal, .protest: type == .protest
    default: true
    }
  }

  private func distance(_ frame: Frame, _ loss: Loss) -> Int {
    abs(frame.clause - loss.clause) * 2 + (frame.clause < loss.clause ? 0 : 1)
  }

  /// The next sentence or the one after, in the body, with no other place named.
  private func continues(_ loss: Loss, _ frame: Frame) -> Bool {
    let sentences = reading.document.sentences
    guard loss.sentence - frame.sentence <= 2, sentences[loss.sentence].zone == frame.zone else { return false }
    let spots = reading.spots(in: sentences[loss.sentence].tokens).filter {
      $0.role == .literal && !$0.isCoarse && $0.kind != .country
    }
    let known = Set(frame.spots.map(\.location.place.id))
    return spots.allSatisfy { known.contains($0.location.place.id) }
  }

  /// Those who suffered are the side acted on, where the text names none.
  private func addCivilians(to frame: inout Frame) {
    guard frame.targets.isEmpty else { return }
    let name = reading.focus.map { "Civilians (\($0.name))" } ?? "Civilians"
    frame.targets = [Actor(name: name, kind: .civilians, country: nil)]
  }

  private func add(_ loss: Loss, to frame: inout Frame) {
    let words = reading.document.string(tokens: loss.tokens)
    if loss.areCivilians { addCivilians(to: &frame) }
    switch loss.kind {
    case .killed:
      if loss.isUpdate, let known = frame.toll.fatalities, let count = loss.count, count > known {
        (frame.toll.fatalities, frame.toll.fatalitiesHigh) = (count, count)
        frame.toll.fatalitiesLow = min(known, frame.toll.fatalitiesLow ?? known)
        break
      }
      guard frame.toll.fatalities == nil, frame.toll.fatalitiesLow == nil else { return }
      frame.toll.fatalities = loss.count.map { min($0, loss.low ?? $0) }
      frame.toll.fatalitiesLow = loss.low
      frame.toll.fatalitiesHigh = loss.high
    case .injured:
      guard frame.toll.injured == nil else { return }
      frame.toll.injured = loss.count
    case .displaced:
      guard frame.toll.displaced == nil else { return }
      frame.toll.displaced = loss.count
    case .missing: break
    case .damage:
      frame.toll.damageText = [frame.toll.damageText, words].compactMap(\.self).joined(separator: "; ")
      return
    }
    frame.toll.text = [frame.toll.text, words].compactMap(\.self).joined(separator: "; ")
  }
}
