import Formats
import Records

/// An article that is being read: what the stages of the text reader add to.
struct DocumentDraft: Sendable {
  /// The article's id.
  let docID: String
  /// Title, blank line and text; or the text alone.
  let bytes: [UInt8]
  /// Where the text begins in `bytes`.
  let textStart: Int
  /// All tokens in order.
  var tokens: [Token] = []
  /// All blocks in order.
  var blocks: [Block] = []
  /// All sentences in order.
  var sentences: [Sentence] = []
  /// The hash of each token's text (`Vocabulary.hash`), 0 for hyphens and dashes.
  var hashes: [UInt64] = []
  /// The sentence of each token.
  var sentenceOfToken: [Int32] = []
  /// All number expressions in order.
  private(set) var numbers: [NumberExpression] = []
  /// All date expressions in order.
  private(set) var dates: [DateExpression] = []
  /// When it was published, nil where nothing tells.
  var publication: Publication?
  /// What was repaired or inferred, a sentence each.
  var notes: [String] = []
  private let scalars: ScalarMap

  init(_ article: Article) {
    docID = article.docID
    if let title = article.title, !title.isEmpty {
      bytes = title + [0x0A, 0x0A] + article.text
      textStart = title.count + 2
    } else {
      bytes = article.text
      textStart = 0
    }
    scalars = ScalarMap(utf8: bytes)
  }

  /// Takes in the date expressions and marks their tokens.
  mutating func take(dates found: [DateExpression]) {
    dates = found
    for date in found { mark(date.tokens, .dated) }
  }

  /// Takes in the number expressions and marks their tokens.
  mutating func take(numbers found: [NumberExpression]) {
    numbers = found
    for number in found { mark(number.tokens, .counted) }
  }

  private mutating func mark(_ range: Range<Int>, _ flag: TokenFlags) {
    for token in range.clamped(to: tokens.indices) { tokens[token].flags.insert(flag) }
  }

  /// The Unicode scalars of a range of bytes, counted from the start of the text, or of the title within the title.
  func span(_ range: Range<Int>) -> Span {
    let origin = range.lowerBound >= textStart ? scalars.scalarOffset(ofByte: textStart) : 0
    return Span(
      scalars.scalarOffset(ofByte: range.lowerBound) - origin, scalars.scalarOffset(ofByte: range.upperBound) - origin)
  }

  /// The byte offset of a Unicode scalar of the text.
  func byte(atScalar scalar: Int) -> Int {
    scalars.byteOffset(ofScalar: scalar + scalars.scalarOffset(ofByte: textStart))
  }

  /// The words of a range of bytes.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The words of a range of tokens.
  func string(tokens range: Range<Int>) -> String { string(byteRange(range)) }

  /// The bytes of a range of tokens; an empty range has none.
  func byteRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// The index of the sentence that holds a token.
  func sentence(ofToken index: Int) -> Int {
    guard index >= 0 else { return 0 }
    return index < sentenceOfToken.count ? Int(sentenceOfToken[index]) : max(0, sentences.count - 1)
  }

  /// The date expression that holds a token.
  func date(at token: Int) -> DateExpression? {
    holding(token, dates, dates.partitioningIndex(where: { $0.tokens.upperBound > token })) { $0.tokens }
  }

  /// The date expressions that begin in a range of tokens.
  func dates(in range: Range<Int>) -> ArraySlice<DateExpression> {
    let first = dates.partitioningIndex(where: { $0.tokens.lowerBound >= range.lowerBound })
    return dates[first..<max(first, dates.partitioningIndex(where: { $0.tokens.lowerBound >= range.upperBound }))]
  }

  /// The number expression that holds a token.
  func number(at token: Int) -> NumberExpression? {
    holding(token, numbers, numbers.partitioningIndex(where: { $0.tokens.upperBound > token })) { $0.tokens }
  }

  /// The index of the number expression that ends before a token, nil where none does.
  func number(endingBefore token: Int) -> Int? {
    let index = numbers.partitioningIndex(where: { $0.tokens.upperBound >= token })
    return index < numbers.count && numbers[index].tokens.upperBound == token ? index : nil
  }

  /// The number expressions that begin in a range of tokens.
  func numbers(in range: Range<Int>) -> ArraySlice<NumberExpression> {
    let first = numbers.partitioningIndex(where: { $0.tokens.lowerBound >= range.lowerBound })
    return numbers[first..<max(first, numbers.partitioningIndex(where: { $0.tokens.lowerBound >= range.upperBound }))]
  }

  private func holding<Item>(_ token: Int, _ items: [Item], _ index: Int, _ range: (Item) -> Range<Int>) -> Item? {
    index < items.count && range(items[index]).contains(token) ? items[index] : nil
  }

  /// The zone of a token: its sentence's, unless it is part of a dateline or a credit.
  func zone(ofToken index: Int) -> Zone {
    if tokens[index].has(.dateline) { return .dateline }
    if tokens[index].has(.credit) { return .credit }
    return sentences.isEmpty ? .body : sentences[sentence(ofToken: index)].zone
  }

  /// The title: given beside the text, else its headline.
  var title: String? { blocks.first { $0.zone == .headline }.map { string($0.bytes) } }

  /// The whole text as a string, without the title.
  var text: String { String(decoding: bytes[textStart...], as: UTF8.self) }
}
