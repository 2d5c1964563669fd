import NewsText
import Records

/// Reads from the words round a name whether an area or a town is meant.
enum Evidence {
  /// Sets wantsArea, wantsTown, areaCue and isExplicit in `states`.
  static func read(_ work: Workspace, _ states: inout [NameReadings]) {
    for name in work.names.indices {
      let tokens = work.names[name].tokens
      let sentence = work.sentence(of: tokens.lowerBound)
      let modifiers = work.modifiers[name]
      let isArea = modifiers.direction != nil || modifiers.hasStatus || modifiers.isRural || work.names[name].saysArea
      // "Kharkiv's Saltivka neighborhood" is of the city, "Idlib's Saraqib" of the province.
      let quarters = states[name].contents.count { isQuarter($0, work, states) }
      if isArea || quarters < states[name].contents.count { states[name].wantsArea = true }
      if modifiers.isCenter || quarters > 0 { states[name].wantsTown = true }
      if isAmongTowns(name, work, states) { states[name].wantsTown = true }
      states[name].areaCue = hasAreaCue(modifiers.start, sentence, work)
      states[name].isExplicit = work.names[name].saidKind != nil || states[name].container != nil
    }
    for found in work.relations { note(found.relation, &states) }
    for name in states.indices where states[name].wantsArea != states[name].wantsTown {
      states[name].isExplicit = true
    }
  }

  /// Called a quarter, or known as one.
  static func isQuarter(_ name: Int, _ work: Workspace, _ states: [NameReadings]) -> Bool {
    work.names[name].saidKind == .neighborhood || states[name].readings.first?.place.kind == .neighborhood
  }

  private static func note(_ relation: SpatialRelation, _ states: inout [NameReadings]) {
    guard case .toponym(let anchor) = relation.anchor else { return }
    switch relation.kind {
    case .inside, .countryside: states[anchor].wantsArea = true
    case .direction(_, let meters?) where meters > 0: states[anchor].wantsTown = true
    case .distance, .within, .between, .outskirts, .center, .near, .opposite: states[anchor].wantsTown = true
    case .direction(_, nil): states[anchor].wantsTown = true
    default: break
    }
  }

  /// A member of a list whose other members can only be settlements.
  private static func isAmongTowns(_ name: Int, _ work: Workspace, _ states: [NameReadings]) -> Bool {
    [name - 1, name + 1].contains { other in
      guard work.names.indices.contains(other), !states[other].readings.isEmpty else { return false }
      let isListed = other < name ? work.areListed(other, name) : work.areListed(name, other)
      return isListed && states[other].readings.allSatisfy { $0.place.kind.isSettlement }
    }
  }

  /// "villages in Idlib", "the offensive into Idlib".
  private static func hasAreaCue(_ start: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    var token = start - 1
    guard token > sentence.lowerBound, work.cues(token).contains(.placePreposition) else { return false }
    token -= 1
    return work.cues(token).contains(.areaCue)
      || (token > sentence.lowerBound && work.cues(token - 1).contains(.areaCue))
  }
}
