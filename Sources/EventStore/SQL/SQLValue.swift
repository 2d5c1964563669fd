/// A value of a database.
enum SQLValue: Hashable, Sendable {
  case null
  case int(Int)
  case double(Double)
  case text(String)
  case blob([UInt8])

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ number: Int?) { self = number.map { .int($0) } ?? .null }
  init(_ number: Double?) { self = number.map { .double($0) } ?? .null }

  /// The text of a text; nil for anything else.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The bytes of a blob.
  var bytes: [UInt8]? { if case .blob(let bytes) = self { bytes } else { nil } }

  /// The whole number.
  var int: Int? {
    switch self {
    case .int(let number): number
    case .double(let number): Int(exactly: number)
    case .text(let text): Int(text)
    case .null, .blob: nil
    }
  }

  /// The number.
  var double: Double? {
    switch self {
    case .int(let number): Double(number)
    case .double(let number): number
    case .text(let text): Double(text)
    case .null, .blob: nil
    }
  }
}

/// A connection to a database that speaks SQL; parameters are `?` in their order.
protocol SQLConnection: AnyObject {
  /// The file or server, for messages; never a password.
  var name: String { get }
  /// What differs between the databases.
  var dialect: SQLDialect { get }
  /// Runs a statement and hands each row on.
  func each(_ sql: String, _ values: [SQLValue], _ body: ([SQLValue]) throws -> Void) throws
  /// Runs statements without parameters, parted by semicolons.
  func script(_ sql: String) throws
  /// Begins a transaction that writes; waits for another writer, and fails clearly when that takes too long.
  func begin() throws
  func commit() throws
  func rollback()
}

extension SQLConnection {
  func run(_ sql: String, _ values: SQLValue...) throws { try each(sql, values) { _ in } }

  func run(_ sql: String, _ values: [SQLValue]) throws { try each(sql, values) { _ in } }

  func rows(_ sql: String, _ values: SQLValue...) throws -> [[SQLValue]] { try rows(sql, values) }

  func rows(_ sql: String, _ values: [SQLValue]) throws -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    try each(sql, values) { rows.append($0) }
    return rows
  }

  /// All of it or nothing.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try begin()
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      rollback()
      throw error
    }
  }
}

/// What differs between the databases.
struct SQLDialect: Sendable {
  /// The type of a row's number, which the database gives.
  var rowNumber: String
  /// The type of a whole number.
  var integer: String
  /// The type of a floating point number.
  var real: String
  /// The type of bytes.
  var blob: String
  /// A parameter that is a geometry, given as `geometry(of:)` makes it.
  var geometryIn: String
  /// The expression by which a geometry is read.
  var geometryOut: String
  /// The condition that a row's number is one of a list, which is its one parameter: a statement for lists of any length.
  var rowIn: String
  /// Such a list.
  var list: @Sendable ([String]) -> String
  /// Bytes of a shape, as the parameter takes them.
  var encode: @Sendable (GeometryBytes) -> SQLValue
  /// Well-known binary of what was read.
  var decode: @Sendable (SQLValue) -> ArraySlice<UInt8>?
}

/// A shape on its way into a database.
struct GeometryBytes {
  var wkb: [UInt8]
  /// The header that GeoPackage wants before it.
  var header: [UInt8]
}
