import Formats
public import NewsText

/// Units of area as words (`units.tsv`).
public struct AreaUnits: Sendable {
  /// The words and the factor to square kilometers, the longest first.
  let units: [(words: [Int32], factor: Double)]

  /// Reads the table and adds its words to the vocabulary.
  public init(folder: String, vocabulary: inout Vocabulary) throws {
    var units: [(words: [Int32], factor: Double)] = []
    for row in try Table(MappedFile(folder + "/units.tsv")).rows {
      guard let factor = try row.double("factor") else { throw row.error(.missing(column: "factor")) }
      units.append((vocabulary.intern(phrase: try row.text("words")), factor))
    }
    self.units = units.sorted { $0.words.count > $1.words.count }
  }
}
