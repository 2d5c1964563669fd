/// How a language's names are written with marks: a letter with its mark is read as a capital, which folded text has
/// none of. A language's `mark` rules.
///
/// Folding takes marks away; what they tell (long vowels, emphatic letters, ayn) says which spellings of a name are
/// likely: a long vowel is never left out, `‘A` becomes `Aa` where `A` does not.
struct MarkedNames: Sendable {
  private var marks: [UInt32: UInt8] = [:]
  /// Letters of those who write names as the language's `reading` rules tell.
  private var writers: Set<UInt32> = []

  mutating func add(_ mark: String, _ reading: String) {
    for scalar in mark.unicodeScalars { marks[scalar.value] = reading.utf8.first }
  }

  mutating func addWriter(_ letter: String) { writers.formUnion(letter.unicodeScalars.lazy.map(\.value)) }

  /// Whether a spelling is one of those that the readings were learned from.
  func isOfReaders(_ spelling: String) -> Bool {
    !writers.isEmpty && spelling.unicodeScalars.contains { writers.contains(Self.small($0.value)) }
  }

  /// The words of a name with their marks, `@` before a word that has its article, a space at either end; nil where a
  /// letter is not Latin.
  func content(_ written: String, _ articles: Articles) -> MarkedContent? {
    var words: [[UInt8]] = []
    var isOpen = false
    for scalar in written.unicodeScalars {
      let part = part(scalar.value)
      switch part {
      case .drop: continue
      case .space: isOpen = false
      case .other: return nil
      case .letters(let one, let two):
        if !isOpen { words.append([]) }
        isOpen = true
        words[words.count - 1].append(one)
        if two != 0 { words[words.count - 1].append(two) }
      }
    }
    return MarkedContent(words.filter { !Self.plain($0).isEmpty }, articles)
  }

  private enum Part {
    case drop, space, other
    case letters(UInt8, UInt8)
  }

  private func part(_ scalar: UInt32) -> Part {
    if let mark = marks[Self.small(scalar)] { return .letters(mark, 0) }
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: return .letters(UInt8(scalar), 0)
    case 0x41...0x5A: return .letters(UInt8(scalar) | 0x20, 0)
    case 0x2E: return .drop
    case 0..<0x80: return .space
    default: break
    }
    if let slot = FoldTable.slot(of: scalar), FoldTable.letters[slot] != 0 {
      let letters = FoldTable.letters[slot]
      return .letters(UInt8(letters & 0xFF), UInt8(letters >> 8))
    }
    return switch OtherScripts.fold(scalar) {
    case .drop: .drop
    case .part: .space
    case .letter: .other
    }
  }

  /// Letters of Latin-1, Latin Extended-A and Additional in lower case; others as they are.
  private static func small(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE: scalar + 0x20
    case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF: scalar | 1
    case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
    default: scalar
    }
  }

  /// The letters of a marked word as folding leaves them.
  static func plain(_ word: [UInt8]) -> [UInt8] {
    word.compactMap { byte in
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "`"): nil
      case 0x41...0x5A: byte | 0x20
      default: byte
      }
    }
  }
}

/// A name taken apart as `ContentWords` does, with its marks.
struct MarkedContent {
  /// Words joined by single spaces, with a space at either end; `@` where a word has its article.
  private(set) var bytes: [UInt8] = [0x20]
  private var ranges: [Range<Int>] = []

  fileprivate init(_ words: [[UInt8]], _ articles: Articles) {
    var article: [UInt8]?
    for word in words {
      let plain = MarkedNames.plain(word)
      let code = plain.withUnsafeBufferPointer { articles.code(of: $0) }
      if let before = article {
        article = nil
        let fits = Self.fits(before, before: plain, articles)
        if fits { append([Self.article] + word) } else { append(before) }
        if fits { continue }
      } else if code != 0 {
        article = word
        continue
      }
      append(word)
    }
    if let article { append(article) }
  }

  private static let article = UInt8(ascii: "@")

  private static func fits(_ article: [UInt8], before word: [UInt8], _ articles: Articles) -> Bool {
    let code = MarkedNames.plain(article).withUnsafeBufferPointer { articles.code(of: $0) }
    return word.withUnsafeBufferPointer { articles.fits(code, before: $0) }
  }

  private mutating func append(_ word: [UInt8]) {
    ranges.append(bytes.count..<bytes.count + word.count)
    bytes.append(contentsOf: word)
    bytes.append(0x20)
  }

  /// The bytes without a word, if any; nil where there are not so many words.
  func bytes(without word: Int?) -> [UInt8]? {
    guard let word else { return bytes }
    guard ranges.indices.contains(word) else { return nil }
    return Array(bytes[..<ranges[word].lowerBound] + bytes[(ranges[word].upperBound + 1)...])
  }
}
