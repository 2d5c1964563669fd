/// The articles of a language: words (`al`, `an` before n) and prefixes written together (`ال`).
struct Articles: Sendable {
  /// How other scripts are read, once articles are found.
  var script = ScriptTable()

  struct Form: Hashable, Sendable {
    let word: [UInt8]
    /// What the next word must begin with; empty: anything.
    let before: [[UInt8]]
    let isEnglishWord: Bool
  }

  private(set) var forms: [Form] = []
  var prefixes: [[UInt8]] = []

  mutating func add(_ words: [String], before: [String], englishWord: Bool) {
    for word in words {
      forms.append(Form(word: Array(word.utf8), before: before.map { Array($0.utf8) }, isEnglishWord: englishWord))
    }
  }

  /// The language has none.
  var isEmpty: Bool { forms.isEmpty && prefixes.isEmpty }

  /// The number (from 1) of the article that `word` may be, 0 for none.
  func code(of word: UnsafeBufferPointer<UInt8>) -> UInt8 {
    guard word.count <= 4 else { return 0 }
    for (index, form) in forms.enumerated() where form.word.elementsEqual(word) { return UInt8(index + 1) }
    return 0
  }

  /// Whether the article goes before this word: `an` before `nayrab`, not before `damascus`.
  func fits(_ code: UInt8, before word: UnsafeBufferPointer<UInt8>) -> Bool {
    let form = forms[Int(code) - 1]
    return form.before.isEmpty || form.before.contains { word.starts(with: $0) }
  }

  /// Bytes of the article written together with this word, 0 for none. What is left must be a word (4 bytes or more).
  func prefixLength(of word: UnsafeBufferPointer<UInt8>) -> Int {
    for prefix in prefixes where word.count >= prefix.count + 4 && word.starts(with: prefix) { return prefix.count }
    return 0
  }

  /// The code that stands for an article written together with its word.
  static let prefixed: UInt8 = 255
}

/// A folded name taken apart: its content words, each with the article before it (0 none).
struct ContentWords {
  /// Content words joined by single spaces, with a space at either end; those of another script as they are read.
  var bytes: [UInt8] = [0x20]
  var articles: [UInt8] = []
  var ranges: [Range<Int>] = []

  /// Takes a folded name apart. A word that could be an article but fits no next word is content.
  init(_ folded: UnsafeBufferPointer<UInt8>, articles rules: Articles) {
    var pending: (code: UInt8, word: Range<Int>)?
    var start = 0
    while start < folded.count {
      var end = start
      while end < folded.count, folded[end] != 0x20 { end += 1 }
      take(start..<end, of: folded, rules, &pending)
      start = end + 1
    }
    if let pending { append(pending.word, of: folded, rules, article: 0) }
  }

  /// A content as an index holds it: its words with a space at either end, without articles.
  init(content: UnsafeBufferPointer<UInt8>) {
    bytes = Array(content)
    ranges = bytes.words
    articles = [UInt8](repeating: 0, count: ranges.count)
  }

  /// The name without one of its words.
  func without(_ number: Int) -> ContentWords {
    var rest = self
    rest.bytes.removeSubrange(ranges[number].lowerBound..<ranges[number].upperBound + 1)
    rest.articles.remove(at: number)
    rest.ranges.remove(at: number)
    let shift = ranges[number].count + 1
    for later in number..<rest.ranges.count {
      rest.ranges[later] = rest.ranges[later].lowerBound - shift..<rest.ranges[later].upperBound - shift
    }
    return rest
  }

  private mutating func take(
    _ range: Range<Int>, of folded: UnsafeBufferPointer<UInt8>, _ rules: Articles,
    _ pending: inout (code: UInt8, word: Range<Int>)?
  ) {
    let word = UnsafeBufferPointer(rebasing: folded[range])
    var article: UInt8 = 0
    if let before = pending {
      if rules.fits(before.code, before: word) {
        article = before.code
      } else {
        append(before.word, of: folded, rules, article: 0)
      }
      pending = nil
    } else {
      let code = rules.code(of: word)
      if code != 0 {
        pending = (code, range)
        return
      }
    }
    let prefix = rules.prefixLength(of: word)
    append(range.dropFirst(prefix), of: folded, rules, article: prefix > 0 ? Articles.prefixed : article)
  }

  private mutating func append(
    _ range: Range<Int>, of folded: UnsafeBufferPointer<UInt8>, _ rules: Articles, article: UInt8
  ) {
    let start = bytes.count
    articles.append(article)
    rules.script.append(UnsafeBufferPointer(rebasing: folded[range]), to: &bytes)
    ranges.append(start..<bytes.count)
    bytes.append(0x20)
  }
}
