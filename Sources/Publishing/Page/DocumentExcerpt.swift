/// A document's text as the page carries it: whole, or where it is very long the part around its quotes.
struct DocumentExcerpt {
  /// Texts up to so many Unicode scalars are carried whole.
  static let most = 60_000
  /// So much is carried before the first and after the last quote of a longer one.
  static let around = 5000

  let text: String
  /// The scalar of the document that `text` begins with.
  let offset: Int
  /// Whether the document goes on after it.
  let isCut: Bool

  init(_ whole: String, quotes: [Range<Int>]) {
    let scalars = whole.unicodeScalars
    guard whole.utf8.count > Self.most, scalars.count > Self.most else {
      (text, offset, isCut) = (whole, 0, false)
      return
    }
    let count = scalars.count
    let first = max(0, (quotes.map(\.lowerBound).min() ?? 0) - Self.around)
    let last = (quotes.map(\.upperBound).max() ?? 0) + Self.around
    let end = max(first, min(count, last, first + Self.most))
    let start = scalars.index(scalars.startIndex, offsetBy: min(first, count))
    text = String(scalars[start..<scalars.index(start, offsetBy: end - min(first, count))])
    offset = min(first, count)
    isCut = end < count
  }
}
