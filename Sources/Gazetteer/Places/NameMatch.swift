/// A place that goes by a name, and how well the name fits.
public struct NameMatch: Hashable, Sendable {
  /// What sort of name it is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// The customary English name.
    case primary
    /// Another spelling or another name.
    case alternate
    /// The Arabic name.
    case arabic
    /// An adjective or a name of people: Syrian, Syrians.
    case demonym
  }

  /// The place.
  public var ref: PlaceRef
  /// 0 when the name is written so in the table (case and marks aside); else the price of the difference.
  public var cost: Double
  /// What sort of name it is.
  public var nameKind: Kind
  /// An abbreviation, written in capitals only (US, U.K., UAE): lower-case text is another word.
  public var isAbbreviation: Bool
  private let words: Words

  /// The name as the table writes it: `US` and not `us`. A caller may demand this case.
  public var written: String { words.written }
  /// What differs, in words: `article in another form`, `doubled r`. Empty for an exact match.
  public var reasons: [String] { words.reasons }

  /// What is seldom asked for, shared by all copies of the match: a copy counts one reference.
  private final class Words: Hashable, Sendable {
    private let file: IndexFile
    /// Where the name stands among the file's strings: it is read when somebody asks.
    private let offset: UInt32
    let reasons: [String]

    var written: String { file.string(offset) }

    init(_ file: IndexFile, _ offset: UInt32, _ reasons: [String]) {
      self.file = file
      self.offset = offset
      self.reasons = reasons
    }

    static func == (a: Words, b: Words) -> Bool { a === b || (a.written, a.reasons) == (b.written, b.reasons) }
    func hash(into hasher: inout Hasher) { hasher.combine(written) }
  }

  /// A match of a name of a file.
  init(_ name: NameRecord, layer: Int, cost: Double, reasons: [String]) {
    ref = PlaceRef(layer: UInt8(layer), number: name.place)
    self.cost = cost
    nameKind = name.kind
    isAbbreviation = name.isAbbreviation
    words = Words(name.file, name.writtenOffset, reasons)
  }
}
