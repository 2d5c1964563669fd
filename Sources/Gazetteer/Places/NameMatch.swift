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
    let written: String
    let reasons: [String]

    init(_ written: String, _ reasons: [String]) {
      self.written = written
      self.reasons = reasons
    }

    static func == (a: Words, b: Words) -> Bool { a === b || (a.written, a.reasons) == (b.written, b.reasons) }
    func hash(into hasher: inout Hasher) { hasher.combine(written) }
  }

  init(ref: PlaceRef, cost: Double, nameKind: Kind, written: String, isAbbreviation: Bool, reasons: [String]) {
    self.ref = ref
    self.cost = cost
    self.nameKind = nameKind
    self.isAbbreviation = isAbbreviation
    words = Words(written, reasons)
  }
}
