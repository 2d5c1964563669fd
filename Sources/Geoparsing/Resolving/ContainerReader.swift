import NewsText
import Records

/// Reads which named place contains which: "Toledo, Spain", "Maarat al-Numan in southern Idlib", "Syria's Aleppo".
struct ContainerReader {
  /// Sets container and contents of the names.
  static func read(_ work: Workspace, _ resolver: inout Resolver) {
    let owners = work.owners
    let peers = peers(work, resolver.states)
    for outer in work.names.indices {
      let modifiers = work.modifiers[outer]
      link(modifiers.demonym, to: outer, &resolver)
      if let owner = modifiers.owner { tie(inner: outer, outer: owner, work, &resolver) }
      guard canContain(outer, resolver.states), !owners.contains(outer) else { continue }
      let sentence = work.sentence(of: work.names[outer].tokens.lowerBound)
      if let inner = inner(of: outer, modifiers, sentence, work), !peers.contains(inner) || !peers.contains(outer) {
        tieList(listed(upTo: inner, work), outer: outer, work, &resolver)
        for found in work.relations where found.relation.anchor == .toponym(inner) {
          if case .toponym(let owner)? = found.owner { tie(inner: owner, outer: outer, work, &resolver) }
        }
      }
      if let quarter = partCalled(behind: outer, work) { tie(inner: quarter, outer: outer, work, &resolver) }
    }
    for name in resolver.states.indices {
      if let outer = resolver.states[name].container { resolver.states[outer].contents.append(name) }
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
        list.allSatisfy { states[$0].kinds.contains(kind) }
      }
      if isOfPeers { peers.formUnion(list) }
    }
    return peers
  }

  private static func canContain(_ name: Int, _ states: [NameReadings]) -> Bool {
    !states[name].kinds.isDisjoint(with: KindSet.containers)
  }

  private static func link(_ demonym: Int?, to name: Int, _ resolver: inout Resolver) {
    guard let demonym else { return }
    for index in resolver.states[demonym].range where resolver.readings[index].country != 0 {
      resolver.states[name].hint.append(resolver.readings[index].country)
    }
  }

  /// Ties two names when some reading of the one can lie in some reading of the other.
  private static func tie(inner: Int, outer: Int, _ work: Workspace, _ resolver: inout Resolver) {
    guard inner != outer, resolver.states[inner].container == nil, resolver.states[outer].container != inner else {
      return
    }
    let isQuarter =
      work.names[inner].saidKind == .neighborhood && resolver.states[outer].kinds.contains(.city)
    guard resolver.states[inner].isEmpty || isQuarter || canLie(inner, in: outer, resolver) else { return }
    resolver.states[inner].container = outer
  }

  private static func canLie(_ inner: Int, in outer: Int, _ resolver: Resolver) -> Bool {
    resolver.states[outer].range.contains { area in
      resolver.states[inner].range.contains { place in
        resolver.readings[area].holds(resolver.readings[place]) == true
          || (resolver.readings[place].kind == .road && resolver.readings[area].kind.isArea)
      }
    }
  }

  /// "the villages of X, Y and Z in Idlib province": what holds for one member holds for all.
  private static func tieList(_ members: [Int], outer: Int, _ work: Workspace, _ resolver: inout Resolver) {
    for member in members { tie(inner: member, outer: outer, work, &resolver) }
    guard members.contains(where: { resolver.states[$0].container == outer }) else { return }
    for member in members where resolver.states[member].container == nil && member != outer {
      resolver.states[member].container = outer
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

  /// ", a town in", ", the regional capital of", "in the northern countryside of"
  private static func skipApposition(_ last: Int, _ sentence: Range<Int>, _ work: Workspace) -> Int {
    var token = skipKind(last, sentence, work)
    if token < last, let side = work.direction(endingAt: token, limit: sentence.lowerBound), side.isAdjective {
      token = max(sentence.lowerBound, side.range.lowerBound - 1)
    }
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
