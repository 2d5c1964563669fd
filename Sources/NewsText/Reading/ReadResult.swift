public import Records

/// What one pull on an `ArticleReader` gives.
public enum ReadResult: Hashable, Sendable {
  /// An article, with a sentence for each thing that was repaired or inferred.
  case article(Article, notes: [String])
  /// An input or a row that could not be read; the next pull goes on behind it.
  case fault(ArticleFault)

  /// The article, nil for a fault.
  public var article: Article? { if case .article(let article, _) = self { article } else { nil } }
  /// The fault, nil for an article.
  public var fault: ArticleFault? { if case .fault(let fault) = self { fault } else { nil } }
}

/// The most bytes that one article's text may have: 4 MiB, some hundred times a long article. A larger text is many
/// articles in one file, and would be read as one.
public let articleByteLimit = 4 << 20

/// One opened input: gives what it holds piece by piece.
protocol DocumentReader: AnyObject {
  /// The next row's results (a row may give a fault of its date and an article), nil at the end.
  func next() -> [ReadResult]?
}

/// An input whose results are all known: a single text, or a fault on opening.
final class ReadyDocument: DocumentReader {
  private var results: [ReadResult]?

  init(_ results: [ReadResult]) { self.results = results }

  func next() -> [ReadResult]? {
    defer { results = nil }
    return results
  }
}
