import NewsText
import Records

/// Reads which named place contains which: "Toledo, Spain", "Maarat al-Numan in southern Idlib", "Syria's Aleppo".
struct ContainerReader {
  /// Sets container and contents in `states`.
  static func read(_ work: inout Workspace, _ states: inout [NameReadings]) {
    let owners = work.owners
    let peers = peers(work, states)
    for outer in work.names.indices {
      let modifiers = work.modifiers[outer]
      link(modifiers.demonym, to: outer, work, &states)
      if let owner = modifiers.owner { tie(inner: outer, outer: owner, work, &states) }
      guard canContain(outer, states), !owners.contains(outer) else { continue }
      let sentence = work.sentence(of: work.names[outer].tokens.lowerBound)
      if let inner = inner(of: outer, modifiers, sentence, work), !peers.contains(inner) || !peers.contains(outer) {
        tieList(listed(upTo: inner, work), outer: outer, work, &states)
        for found in work.relations where found.relation.anchor == .toponym(inner) {
          if case .toponym(let owner)? = found.owner { tie(inner: owner, outer: outer, work, &states) }
        }
      }
      if let quarter = partCalled(behind: outer, work) { tie(inner: quarter, outer: outer, work, &states) }
    }
    for (name, state) in states.enumerated() {
      if let outer = state.container { states[outer].contents.append(name) }
    }
  }

  /// "the Aleppo neighborhood of Salaheddin", "the Idlib province town of Ariha"
  private static func partCalled(behind outer: Int, _ work: Workspace) -> Int? {
    let inner = outer + 1
    guard inner < work.names.count, let noun = work.names[inner].kindTokens, work.names[inner].saidKind != nil,
      noun.upperBound == work.names[inner].tokens.lowerBound - 1,
      work.isWord(noun.upperBound, work.lexicon.words.of)
    else { return nil }
    let end = work.names[outer].tokens.upperBound
    if noun.lowerBound == end { return inner }
    return work.names[outer].kindTokens.map { $0 == end..<noun.lowerBound } == true ? inner : nil
  }

  /// Members of lists that are all of one rank: "Alabama, Arizona and Arkansas" puts no state into another.
  private static func peers(_ work: Workspace, _ states: [NameReadings]) -> Set<Int> {
    var peers: Set<Int> = []
    for list in ToponymList.all(work) where list.count > 2 {
      let kinds: [PlaceKind] = [.country, .province, .governorate]
      let isOfPeers = kinds.contains { kind in
        list.allSatisfy { states[$0].readings.contains { $0.place.kind == kind } }
      }
      if isOfPeers { peers.formUnion(list) }
    }
    return peers
  }

  private static func canContain(_ name: Int, _ states: [NameReadings]) -> Bool {
    states[name].readings.contains { $0.place.kind.isArea || $0.place.kind == .city }
  }

  private static func link(_ demonym: Int?, to name: Int, _ work: Workspace, _ states: inout [NameReadings]) {
    guard let demonym else { return }
    states[name].hint.formUnion(states[demonym].readings.compactMap(\.place.country))
  }

  /// Ties two names when some reading of the one can lie in some reading of the other.
  private static func tie(inner: Int, outer: Int, _ work: Workspace, _ states: inout [NameReadings]) {
    let isQuarter =
      work.names[inner].saidKind == .neighborhood && states[outer].readings.contains { $0.place.kind == .city }
    guard inner != outer, states[inner].container == nil, states[outer].container != inner else { return }
    let fits =
      states[inner].readings.isEmpty || isQuarter
      || states[outer].readings.contains { area in
        states[inner].readings.contains {
          Containment.holds(area.place, $0.place) == true || ($0.place.kind == .road && area.place.kind.isArea)
        }
      }
    guard fits else { return }
    states[inner].container = outer
  }

  /// "the villages of X, Y and Z in Idlib province": what holds for one member holds for all.
  private static func tieList(_ members: [Int], outer: Int, _ work: Workspace, _ states: inout [NameReadings]) {
    for member in members { tie(inner: member, outer: outer, work, &states) }
    guard members.contains(where: { states[$0].container == outer }) else { return }
    for member in members where states[member].container == nil && member != outer {
      states[member].container = outer
    }
  }

  /// The name directly before "in", a comma, or ", a town in".
  private static func inner(of outer: Int, _ modifiers: Modifiers, _ sentence: Range<Int>, _ work: Workspace) -> Int? {
    guard outer > 0 else { return nil }
    var token = modifiers.start - 1
    guard token > sentence.lowerBound else { return nil }
    if work.isWord(token, work.lexicon.words.in) || work.isWord(token, work.lexicon.words.of) {
      token = skipSide(token - 1, sentence, work)
      token = skipApposition(token, sentence, work)
    }
    token = skipKind(token, sentence, work)
    if work.tokens[token].kind == .comma { token -= 1 }
    token = skipKind(token, sentence, work)
    guard token >= sentence.lowerBound, work.nameAt[token] >= 0 else { return nil }
    let inner = Int(work.nameAt[token])
    guard inner < outer, !work.names[inner].isDemonym, modifiers.start - work.names[inner].tokens.upperBound > 0 else {
      return nil
    }
    return inner
  }

  /// "adjacent to the M5 from the west in Aleppo province"
  private static func skipSide(_ last: Int, _ sentence: Range<Int>, _ work: Workspace) -> Int {
    guard let side = work.direction(endingAt: last, limit: sentence.lowerBound), !side.isAdjective,
      side.range.lowerBound - 2 > sentence.lowerBound, work.isWord(side.range.lowerBound - 1, work.lexicon.words.the),
      work.isWord(side.range.lowerBound - 2, work.lexicon.words.from)
    else { return last }
    return side.range.lowerBound - 3
  }

  /// ", a town in", ", the regional capital of"
  private static func skipApposition(_ last: Int, _ sentence: Range<Int>, _ work: Workspace) -> Int {
    var token = skipKind(last, sentence, work)
    while token > sentence.lowerBound, work.cues(token).contains(.article) || work.cues(token).contains(.locative) {
      token -= 1
    }
    return token
  }

  private static func skipKind(_ last: Int, _ sentence: Range<Int>, _ work: Workspace) -> Int {
    guard last > sentence.lowerBound, work.nameAt[last] < 0,
      let noun = work.lexicon.kindNouns.ending(at: last, in: work.tokens, limit: sentence.lowerBound)
    else { return last }
    return max(sentence.lowerBound, noun.range.lowerBound - 1)
  }

  /// A name and those listed before it: "Sheikh Mustafa, al-Naqir and Kafr Sajneh".
  private static func listed(upTo last: Int, _ work: Workspace) -> [Int] {
    var members = [last]
    while let first = members.last, first > 0, work.areListed(first - 1, first), !work.names[first - 1].isDemonym {
      members.append(first - 1)
    }
    return members
  }
}
