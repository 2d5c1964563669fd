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
  /// The name as the table writes it: `US` and not `us`. A caller may demand this case.
  public var written: String
  /// An abbreviation, written in capitals only (US, U.K., UAE): lower-case text is another word.
  public var isAbbreviation: Bool
  /// What differs, in words: `article in another form`, `doubled r`. Empty for an exact match.
  public var reasons: [String]
}
