import NewsText
import Records

/// Reads from the words round a name whether an area or a town is meant.
enum Evidence {
  /// Sets wantsArea, wantsTown, areaCue and isExplicit of the names.
  static func read(_ work: Workspace, _ resolver: inout Resolver) {
    for name in work.names.indices {
      let tokens = work.names[name].tokens
      let sentence = work.sentence(of: tokens.lowerBound)
      let modifiers = work.modifiers[name]
      let isArea = modifiers.direction != nil || modifiers.hasStatus || modifiers.isRural || work.names[name].saysArea
      // "Kharkiv's Saltivka neighborhood" is of the city, "Idlib's Saraqib" of the province.
      let quarters = resolver.states[name].contents.count { isQuarter($0, work, resolver) }
      if isArea || quarters < resolver.states[name].contents.count { resolver.states[name].wantsArea = true }
      if modifiers.isCenter || quarters > 0 { resolver.states[name].wantsTown = true }
      if isAmongTowns(name, work, resolver.states) { resolver.states[name].wantsTown = true }
      resolver.states[name].areaCue = hasAreaCue(modifiers.start, sentence, work)
      resolver.states[name].isExplicit = work.names[name].saidKind != nil || resolver.states[name].container != nil
    }
    for found in work.relations { note(found.relation, &resolver.states) }
    for name in resolver.states.indices where resolver.states[name].wantsArea != resolver.states[name].wantsTown {
      resolver.states[name].isExplicit = true
    }
  }

  /// Called a quarter, or known as one; "Clock Square", on no map, is called so by its own name.
  static func isQuarter(_ name: Int, _ work: Workspace, _ resolver: Resolver) -> Bool {
    if work.names[name].saidKind == .neighborhood || resolver.best(name)?.kind == .neighborhood { return true }
    let tokens = work.names[name].tokens
    guard resolver.states[name].isEmpty, tokens.count > 1,
      let noun = work.lexicon.kindNouns.ending(at: tokens.upperBound - 1, in: work.tokens, limit: tokens.lowerBound)
    else { return false }
    return noun.value.kind == .neighborhood || noun.value.kind == .road
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
    func isTown(_ other: Int) -> Bool {
      !states[other].isEmpty && states[other].kinds.isSubset(of: KindSet.settlements)
    }
    if name > 0, isTown(name - 1), work.areListed(name - 1, name) { return true }
    return name + 1 < states.count && isTown(name + 1) && work.areListed(name, name + 1)
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
