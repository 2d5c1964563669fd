import Formats

/// A country by its ISO 3166-1 code.
public struct Country: Hashable, Sendable {
  /// Two letters.
  public var alpha2: String
  /// ISO 3166-1 numeric, which ACLED calls `iso`.
  public var numeric: Int
  /// The customary English name.
  public var name: String

  init(_ row: TableRow) throws(TableError) {
    alpha2 = try row.text("alpha2")
    name = try row.text("name")
    guard let number = Int(try row.text("numeric")) else {
      throw row.error(.invalid(column: "numeric", wanted: "a whole number"))
    }
    numeric = number
  }
}
