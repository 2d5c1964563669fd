import Formats
public import Records

/// Something that is not as the truth wants it.
public struct Miss: Hashable, Sendable {
  /// What it was measured on.
  public var set: String
  /// The document.
  public var docID: String
  /// `missed event`, `surplus event`, `difference`, `missed toponym`, `misplaced toponym` ...
  public var kind: String
  /// What is wrong, in a sentence.
  public var sentence: String
  /// Where, in Unicode scalars of the text, where one place can be named.
  public var span: Span?

  /// A miss.
  public init(set: String, docID: String, kind: String, sentence: String, span: Span? = nil) {
    self.set = set
    self.docID = docID
    self.kind = kind
    self.sentence = sentence
    self.span = span
  }
}

/// Misses as a table.
public enum MissTable {
  /// The columns.
  public static let columns = ["set", "doc_id", "kind", "start", "end", "sentence"]

  /// CSV with a row for every miss, in their order.
  public static func csv(_ misses: [Miss]) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(columns)
    for miss in misses {
      let (start, end) = (miss.span.map { "\($0.start)" }, miss.span.map { "\($0.end)" })
      writer.row([miss.set, miss.docID, miss.kind, start, end, miss.sentence])
    }
    return writer.bytes
  }
}
