import Gazetteer
import NewsText
import Records

/// Says how each name is used: demonym, dateline, embedded, metonym, else literal.
enum RoleReader {
  /// Sets the role of every name.
  static func read(_ work: inout Workspace) {
    for number in work.names.indices { work.names[number].role = role(number, work) }
    for number in work.names.indices.dropFirst() where isConjunct(number, work) {
      spread(number - 1, number, &work)
    }
    for number in work.names.indices.dropFirst().reversed() where isConjunct(number, work) {
      spread(number, number - 1, &work)
    }
  }

  /// What holds for one member of "France, Britain and the United States" holds for the next.
  private static func spread(_ from: Int, _ to: Int, _ work: inout Workspace) {
    if work.names[from].role == .metonym, work.names[to].role == .literal, canSpeak(to, work) {
      work.names[to].role = .metonym
    }
  }

  private static func role(_ number: Int, _ work: Workspace) -> MentionRole {
    let name = work.names[number]
    if name.isDemonym { return .demonym }
    if work.tokens[name.tokens.lowerBound].has(.dateline) { return .dateline }
    if isBacking(name, work), canSpeak(number, work) { return .metonym }
    if isOfRulers(name, work) { return canSpeak(number, work) ? .metonym : .embedded }
    if name.role == .embedded || isEmbedded(name, work) { return .embedded }
    if isAdjective(number, work) { return .embedded }
    return canSpeak(number, work) && isMetonym(number, work) ? .metonym : .literal
  }

  /// "Britain-based", "Turkey's Defence Ministry", "Syria's official news agency", "U.S. Secretary".
  private static func isEmbedded(_ name: FoundName, _ work: Workspace) -> Bool {
    let end = name.tokens.upperBound
    let limit = work.sentence(of: end - 1).upperBound
    guard end < limit else { return false }
    if work.tokens[end].kind == .hyphen {
      return end + 1 < limit && !work.isCapital(end + 1)
        && !work.cues(end + 1).isDisjoint(with: [.embedding, .backing])
    }
    if work.tokens[end].kind == .possessive { return owns(from: end + 1, limit, work) }
    return work.tokens[end].kind == .word && work.isCapital(end) && work.cues(end).contains(.title)
  }

  /// "Moscow-backed": the government backs.
  private static func isBacking(_ name: FoundName, _ work: Workspace) -> Bool {
    let end = name.tokens.upperBound
    return end + 1 < work.tokens.count && work.tokens[end].kind == .hyphen && work.cues(end + 1).contains(.backing)
  }

  /// "the Tripoli government"
  private static func isOfRulers(_ name: FoundName, _ work: Workspace) -> Bool {
    let end = name.tokens.upperBound
    return end < work.sentence(of: end - 1).upperBound && work.tokens[end].kind == .word && !work.isCapital(end)
      && work.cues(end).contains(.ruling)
  }

  /// Within a few words behind the possessive stands an organization or an office.
  private static func owns(from start: Int, _ limit: Int, _ work: Workspace) -> Bool {
    for token in start..<min(start + 4, limit) {
      guard work.tokens[token].kind == .word || work.tokens[token].kind == .hyphen else { return false }
      let cues = work.cues(token)
      if !cues.isDisjoint(with: [.organization, .title]) { return true }
      if !cues.isDisjoint(with: [.placePreposition, .subjectVerb]) || work.nameAt[token] >= 0 { return false }
    }
    return false
  }

  /// "US troops": an abbreviation before a noun in lower case.
  private static func isAdjective(_ number: Int, _ work: Workspace) -> Bool {
    let name = work.names[number]
    let next = name.tokens.upperBound
    guard name.namesakes.matches.first?.isAbbreviation == true, next < work.tokens.count else { return false }
    let token = work.tokens[next]
    guard token.kind == .word, !token.has(.capitalized), token.word != work.lexicon.words.and else { return false }
    let verbs: CueClass = [
      .subjectVerb, .verbHelper, .placePreposition, .otherPreposition, .listWord, .article, .locative, .function,
    ]
    return work.cues(next).isDisjoint(with: verbs)
  }

  /// A country or a seat of government.
  private static func canSpeak(_ number: Int, _ work: Workspace) -> Bool {
    work.names[number].namesakes.hasGovernment
  }

  private static func isMetonym(_ number: Int, _ work: Workspace) -> Bool {
    isSubject(number, work) || isObject(number, work)
  }

  /// "Ankara warned", "Turkey and Russia agreed", "Moscow has never said".
  private static func isSubject(_ number: Int, _ work: Workspace) -> Bool {
    let limit = work.sentence(of: work.names[number].tokens.lowerBound).upperBound
    if work.hasLocalPreposition(before: work.names[number].tokens.lowerBound) { return false }
    var token = work.names[number].tokens.upperBound
    var steps = 0
    while token < limit, steps < 3, work.tokens[token].kind == .word, work.cues(token).contains(.verbHelper) {
      if work.cues(token).contains(.subjectVerb) { return true }
      token += 1
      steps += 1
    }
    guard token < limit, work.tokens[token].kind == .word else { return false }
    if work.cues(token).contains(.subjectVerb) { return true }
    return steps == 0 && work.lexicon.metonymPhrases.starting(at: token + 1, in: work.tokens, limit: limit) != nil
      && work.cues(token).contains(.locative)
  }

  /// "told Damascus", "brokered by Ankara", "an agreement between Turkey and Russia".
  private static func isObject(_ number: Int, _ work: Workspace) -> Bool {
    let start = work.names[number].tokens.lowerBound
    let limit = work.sentence(of: start).lowerBound
    var last = start - 1
    if last >= limit, work.isWord(last, work.lexicon.words.the) { last -= 1 }
    guard last >= limit, work.tokens[last].kind == .word else { return false }
    // "attacks carried out by Washington"
    if work.cues(last).contains(.objectVerb) || work.isWord(last, work.lexicon.words.by) { return true }
    return work.lexicon.metonymPhrases.ending(at: last, in: work.tokens, limit: limit) != nil
  }

  private static func isConjunct(_ number: Int, _ work: Workspace) -> Bool {
    let between = work.names[number - 1].tokens.upperBound..<work.names[number].tokens.lowerBound
    guard !between.isEmpty, between.count <= 3 else { return false }
    return between.allSatisfy {
      work.tokens[$0].kind == .comma || !work.cues($0).isDisjoint(with: [.listWord, .article])
    } && between.contains { work.cues($0).contains(.listWord) || work.tokens[$0].kind == .comma }
  }
}

extension Workspace {
  /// "in", "at", "near" directly before a token: what follows is a place and not a government.
  func hasLocalPreposition(before token: Int) -> Bool {
    let last = token - 1
    guard last >= 0 else { return false }
    return tokens[last].kind == .word && cues(last).contains(.placePreposition)
  }
}
