import Formats
public import Geometry
public import Records

/// Texts with their toponyms, as the field publishes them: `docs.jsonl` (`docid`, `text`) and `gold.jsonl`
/// (`docid`, `start`, `end`, `text`, `lat`, `lon`) in a folder; spans without coordinates may stand in
/// `gold_locations.jsonl`.
public struct ToponymSet: Hashable, Sendable {
  /// A toponym that people marked.
  public struct Toponym: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Where they stand, in Unicode scalars.
    public var span: Span
    /// Where the place lies, nil where nobody told.
    public var point: Coordinate?
  }

  /// What messages call it.
  public let path: String
  /// The texts, in the order of the file.
  public let articles: [Article]
  /// The toponyms of each text.
  public let toponyms: [String: [Toponym]]

  /// Whether the folder holds such a set.
  public static func isSet(_ path: String) -> Bool { (try? MappedFile(path + "/docs.jsonl")) != nil }

  /// Reads a folder.
  public init(folder path: String) throws(EvaluationError) {
    self.path = path
    articles = try ToponymSet.articles(Truthful.file(path + "/docs.jsonl"))
    let gold = (try? MappedFile(path + "/gold.jsonl")) ?? (try? MappedFile(path + "/gold_locations.jsonl"))
    guard let gold else { throw .empty(path: path, wanted: "put gold.jsonl beside docs.jsonl") }
    toponyms = try ToponymSet.toponyms(gold)
    guard !articles.isEmpty, !toponyms.isEmpty else {
      throw .empty(path: path, wanted: "give docs.jsonl and gold.jsonl a row each")
    }
  }

  /// The toponyms of a text, in the order of the file.
  public func toponyms(of article: Article) -> [Toponym] { toponyms[article.docID] ?? [] }

  private static func rows(
    _ file: MappedFile, _ take: (JSONValue, TruthReader, String) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    for row in JSONLines(file) {
      let value: JSONValue
      do { value = try row.parse() } catch { throw .json(error) }
      try take(value, TruthReader(file: file.path), "line \(row.line)")
    }
  }

  private static func id(_ value: JSONValue) -> String? {
    let id = value["docid"] ?? value["id"]
    return id?.stringValue ?? id?.intValue.map(String.init)
  }

  private static func articles(_ file: MappedFile) throws(EvaluationError) -> [Article] {
    var articles: [Article] = []
    try rows(file) { (value, reader, part) throws(EvaluationError) in
      guard let id = id(value), let text = value["text"]?.stringValue else {
        throw reader.fault(part, "an object with docid and text")
      }
      articles.append(Article(docID: id, text: Array(text.utf8), origin: "\(file.path):\(part)"))
    }
    return articles
  }

  private static func toponyms(_ file: MappedFile) throws(EvaluationError) -> [String: [Toponym]] {
    var toponyms: [String: [Toponym]] = [:]
    try rows(file) { (value, reader, part) throws(EvaluationError) in
      if value["is_toponym"]?.boolValue == false { return }
      guard let id = id(value), let start = value["start"]?.intValue, let end = value["end"]?.intValue, 0 <= start,
        start < end
      else { throw reader.fault(part, "an object with docid, start and end") }
      toponyms[id, default: []].append(
        Toponym(text: value["text"]?.stringValue ?? "", span: Span(start, end), point: point(value)))
    }
    return toponyms
  }

  private static func point(_ value: JSONValue) -> Coordinate? {
    guard let lat = value["lat"]?.doubleValue, let lon = value["lon"]?.doubleValue else { return nil }
    return Coordinate(lon: lon, lat: lat)
  }
}
