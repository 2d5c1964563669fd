import Gazetteer
import NewsText
import Records

/// Finds the longest names of the gazetteer over the tokens of every sentence.
struct NameFinder {
  /// Appends the names of the document to `work.names`, in the order of the text.
  static func find(_ work: inout Workspace) {
    for sentence in work.document.sentences where sentence.zone != .keywords && sentence.zone != .credit {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        if canStart(token, sentence.tokens.upperBound, work),
          let name = longest(from: token, limit: sentence.tokens.upperBound, &work)
        {
          work.names.append(withoutArticle(name, limit: sentence.tokens.upperBound, &work))
          token = name.tokens.upperBound
        } else {
          token += 1
        }
      }
    }
    work.markNames()
  }

  /// "The U.S." without its article; "The Hague" keeps it, being no place without.
  private static func withoutArticle(_ name: FoundName, limit: Int, _ work: inout Workspace) -> FoundName {
    let first = name.tokens.lowerBound
    guard name.tokens.count > 1, work.isWord(first, work.lexicon.words.the),
      let bare = longest(from: first + 1, limit: limit, &work), bare.tokens.upperBound == name.tokens.upperBound,
      bare.namesakes.places.contains(where: { bare in name.namesakes.places.contains { $0.ref == bare.ref } })
    else { return name }
    return bare
  }

  /// A capital, a letter of another script, or an article joined to a capital ("al-Eis").
  private static func canStart(_ token: Int, _ limit: Int, _ work: Workspace) -> Bool {
    let first = work.tokens[token]
    guard first.kind == .word, !first.has(.credit) else { return false }
    if first.has(.capitalized) || first.has(.otherScript) { return true }
    return token + 2 < limit && work.tokens[token + 1].kind == .hyphen && work.isCapital(token + 2)
      && work.cues(token).contains(.particle)
  }

  private static func longest(from start: Int, limit: Int, _ work: inout Workspace) -> FoundName? {
    var ends: [(end: Int, namesakes: Namesakes)] = []
    walk(from: start, at: start, nil, limit, &work, &ends)
    if ends.count > 1 { ends.sort { $0.end < $1.end } }
    return choose(from: start, ends, work)
  }

  /// Follows the names that go on with the words from `first` on, and notes where one ends.
  private static func walk(
    from start: Int, at first: Int, _ opened: KnownState?, _ limit: Int, _ work: inout Workspace,
    _ ends: inout [(end: Int, namesakes: Namesakes)]
  ) {
    var (state, token) = (opened, first)
    while token < limit {
      if work.tokens[token].kind == .hyphen, token > start, token + 1 < limit { token += 1 }
      guard isPart(token, from: start, work) else { break }
      if let through = possessive(token, limit, work), let next = step(state, through, limit, work) {
        walk(from: start, at: through.upperBound, next, limit, &work, &ends)
      }
      work.probes += 1
      guard let next = step(state, token..<token + 1, limit, work) else { break }
      state = next
      token += 1
      guard canEnd(token - 1, work), work.memory.isName(next) else { continue }
      let usable = work.memory.namesakes(next, writing(start..<token, work))
      if !usable.isEmpty { ends.append((token, usable)) }
    }
  }

  /// "People's" inside a name is one word: "People's Republic of China", "Queen Anne's County".
  private static func possessive(_ token: Int, _ limit: Int, _ work: Workspace) -> Range<Int>? {
    guard token + 2 < limit, work.tokens[token + 1].kind == .possessive, work.tokens[token + 2].kind == .word else {
      return nil
    }
    return token..<token + 2
  }

  private static func step(_ state: KnownState?, _ tokens: Range<Int>, _ limit: Int, _ work: Workspace) -> KnownState? {
    let isJoined = isJoined(tokens.upperBound - 1, limit, work)
    let hash = work.hash(of: tokens)
    return work.withBytes(of: tokens) { word in
      guard let state else { return work.memory.names.open(word, hash: hash, isJoined: isJoined) }
      return work.memory.names.step(state, word, hash: hash, isJoined: isJoined)
    }
  }

  private static func isJoined(_ token: Int, _ limit: Int, _ work: Workspace) -> Bool {
    token + 1 < limit && work.tokens[token + 1].kind == .hyphen
  }

  private static func isPart(_ token: Int, from start: Int, _ work: Workspace) -> Bool {
    let part = work.tokens[token]
    guard part.kind == .word || (part.kind == .number && token > start) else { return false }
    return token == start || part.has(.spaced) || work.tokens[token - 1].kind == .hyphen
  }

  /// Names end with a capital, a number or another script; a road's may end with its noun ("Aleppo-Damascus highway").
  private static func canEnd(_ token: Int, _ work: Workspace) -> Bool {
    let last = work.tokens[token]
    return last.kind == .number || last.has(.capitalized) || last.has(.otherScript)
      || work.cues(token).contains(.surface) || hasElision(token, work)
  }

  /// "d'Ivoire": the capital stands behind an apostrophe.
  private static func hasElision(_ token: Int, _ work: Workspace) -> Bool {
    work.withBytes(token) { word in
      guard let mark = word.prefix(6).lastIndex(where: { $0 == UInt8(ascii: "'") || $0 == 0x99 }) else { return false }
      return mark + 1 < word.count && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(word[mark + 1])
    }
  }

  /// How the name of the tokens is written.
  private static func writing(_ tokens: Range<Int>, _ work: Workspace) -> NameWriting {
    let last = work.tokens[tokens.upperBound - 1]
    let isCapitals = tokens.allSatisfy {
      work.tokens[$0].kind != .word || work.tokens[$0].has(.allCaps) || work.tokens[$0].has(.abbreviation)
    }
    let isLower =
      last.kind == .word && !last.has(.capitalized) && !last.has(.otherScript)
      && !hasElision(tokens.upperBound - 1, work)
    return NameWriting(
      isCapitals: isCapitals, isShouted: isCapitals && tokens.count == 1 && isShout(tokens.lowerBound, work),
      isLower: isLower)
  }

  /// A word in capitals among words that are not: an agency or an abbreviation ("SANA"), unless it is a dateline.
  private static func isShout(_ token: Int, _ work: Workspace) -> Bool {
    guard work.tokens[token].has(.allCaps), !work.tokens[token].has(.dateline),
      work.tokens[token].end - work.tokens[token].start <= 6
    else { return false }
    let sentence = work.sentence(of: token)
    return sentence.contains { $0 != token && work.tokens[$0].kind == .word && !work.tokens[$0].has(.allCaps) }
  }

  /// The longest; without its noun where the shorter name can mean the same place ("Idlib" of "Idlib Governorate").
  private static func choose(
    from start: Int, _ ends: [(end: Int, namesakes: Namesakes)], _ work: Workspace
  ) -> FoundName? {
    guard let longest = ends.last else { return nil }
    if longest.end == start + 1, isNoName(start, work) { return nil }
    for shorter in ends.dropLast() {
      guard let noun = work.lexicon.kindNouns.starting(at: shorter.end, in: work.tokens, limit: longest.end),
        noun.range.upperBound == longest.end, isBareable(noun.value.kind),
        longest.namesakes.matches.contains(where: { long in
          shorter.namesakes.matches.contains { $0.ref == long.ref && $0.nameKind != .demonym }
        })
      else { continue }
      return FoundName(tokens: start..<shorter.end, namesakes: shorter.namesakes)
    }
    return FoundName(tokens: start..<longest.end, namesakes: longest.namesakes)
  }

  /// A word that is no place's name alone: function words, numbers, contractions, offices, "US$".
  private static func isNoName(_ token: Int, _ work: Workspace) -> Bool {
    let no: CueClass = [
      .article, .function, .calendar, .organization, .title, .placePreposition, .otherPreposition, .listWord,
      .verbHelper,
    ]
    if !work.cues(token).isDisjoint(with: no) || isContraction(token, work) { return true }
    if token > 0, work.tokens[token - 1].kind == .symbol, !work.tokens[token].has(.spaced) { return true }
    if token + 1 < work.tokens.count, !work.tokens[token + 1].has(.spaced),
      work.tokens[token + 1].kind == .symbol || work.tokens[token + 1].kind == .number
    {
      return true
    }
    if work.document.number(at: token)?.figure.contains(token) == true { return true }
    let noun = work.lexicon.kindNouns.starting(at: token, in: work.tokens, limit: token + 1)
    return noun != nil || work.lexicon.directions[work.word(token)] != nil
  }

  /// "I've", "We're"
  private static func isContraction(_ token: Int, _ work: Workspace) -> Bool {
    work.withBytes(token) { word in
      guard let mark = word.lastIndex(where: { $0 == UInt8(ascii: "'") || $0 == 0x99 }) else { return false }
      let isCurly = word[mark] == 0x99
      if isCurly, mark < 2 || word[mark - 1] != 0x80 || word[mark - 2] != 0xE2 { return false }
      let ending = word[(mark + 1)...]
      if ending.elementsEqual("t".utf8) {
        let before = isCurly ? mark - 3 : mark - 1
        return before >= 0 && word[before] == UInt8(ascii: "n")
      }
      return contractions.contains { ending.elementsEqual($0) }
    }
  }

  private static let contractions = ["ve", "re", "ll", "m", "d"].map { Array($0.utf8) }

  private static func isBareable(_ kind: PlaceKind) -> Bool {
    switch kind {
    case .governorate, .province, .district, .road: true
    default: false
    }
  }
}
