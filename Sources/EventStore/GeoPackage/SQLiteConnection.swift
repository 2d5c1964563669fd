import GRDB
import GRDBSQLite

/// A connection to an SQLite file. GRDB opens it and keeps its threads apart; statements are prepared once.
final class SQLiteConnection: SQLConnection {
  let name: String
  let queue: DatabaseQueue
  private var statements: [String: OpaquePointer] = [:]

  /// How long a second writer waits for the first.
  static let patience = 20.0

  init(_ path: String) throws {
    name = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    // Transactions reach over several calls.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { SpatialFunctions.add(to: $0.sqliteConnection) }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError {
      throw SQLiteFault.error(error.resultCode.rawValue, error.message ?? "", path)
    }
  }

  deinit { forget() }

  /// Lets go of all statements, so that the file can be closed.
  func forget() {
    let open = statements.values
    queue.inDatabase { _ in for statement in open { sqlite3_finalize(statement) } }
    statements = [:]
  }

  /// The handle that sqlite3 functions take, on the thread that may use it.
  func use<Result>(_ body: (OpaquePointer?) throws -> Result) rethrows -> Result {
    try queue.inDatabase { try body($0.sqliteConnection) }
  }

  func each(_ sql: String, _ values: [SQLValue], _ body: ([SQLValue]) throws -> Void) throws {
    try use { handle in
      let statement = try prepared(sql, handle)
      defer {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
      }
      for (index, value) in values.enumerated() { Self.bind(value, statement, Int32(index + 1)) }
      while true {
        let code = sqlite3_step(statement)
        guard code == SQLITE_ROW else {
          guard code == SQLITE_DONE else { throw fault(code, handle) }
          return
        }
        try body((0..<sqlite3_column_count(statement)).map { Self.value(statement, $0) })
      }
    }
  }

  func script(_ sql: String) throws {
    try use { handle in
      let code = sqlite3_exec(handle, sql, nil, nil, nil)
      guard code == SQLITE_OK else { throw fault(code, handle) }
    }
  }

  func begin() throws { try script("BEGIN IMMEDIATE") }

  func commit() throws { try script("COMMIT") }

  func rollback() { use { _ = sqlite3_exec($0, "ROLLBACK", nil, nil, nil) } }

  private func prepared(_ sql: String, _ handle: OpaquePointer?) throws -> OpaquePointer? {
    if let known = statements[sql] { return known }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw fault(code, handle) }
    statements[sql] = statement
    return statement
  }

  func fault(_ code: Int32, _ handle: OpaquePointer?) -> StoreError {
    SQLiteFault.error(code, String(cString: sqlite3_errmsg(handle)), name)
  }

  // Tells SQLite to copy what it is given before the call returns.
  static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  static func bind(_ value: SQLValue, _ statement: OpaquePointer?, _ place: Int32) {
    switch value {
    case .null: sqlite3_bind_null(statement, place)
    case .int(let number): sqlite3_bind_int64(statement, place, Int64(number))
    case .double(let number): sqlite3_bind_double(statement, place, number)
    case .text(var text):
      text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          _ = sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), transient)
        }
      }
      if text.isEmpty { sqlite3_bind_text(statement, place, "", 0, transient) }
    case .blob(let bytes):
      bytes.withUnsafeBytes { _ = sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), transient) }
    }
  }

  static func value(_ statement: OpaquePointer?, _ column: Int32) -> SQLValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .int(Int(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: return .double(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      let text = sqlite3_column_text(statement, column)
      let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column)))
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      let blob = sqlite3_column_blob(statement, column)
      return .blob(Array(UnsafeRawBufferPointer(start: blob, count: Int(sqlite3_column_bytes(statement, column)))))
    default: return .null
    }
  }

  let dialect = SQLDialect(
    rowNumber: "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", integer: "INTEGER", real: "DOUBLE", blob: "BLOB",
    geometryIn: "?",
    geometryOut: "geom", rowIn: "fid IN (SELECT value FROM json_each(?))",
    list: { "[" + $0.joined(separator: ",") + "]" }, encode: { .blob($0.header + $0.wkb) },
    decode: { $0.bytes.flatMap { GeoPackageBlob.body($0) } }
  )
}

/// What SQLite's result codes mean for a user.
enum SQLiteFault {
  static func error(_ code: Int32, _ reason: String, _ name: String) -> StoreError {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy(name)
    case SQLITE_FULL: .full(name)
    case SQLITE_IOERR: reason.contains("full") ? .full(name) : .refused(name, reason: reason)
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .readOnly(name)
    case SQLITE_NOTADB: .noGeoPackage(name)
    case SQLITE_CORRUPT: .damaged(name, reason: reason)
    default: .refused(name, reason: reason)
    }
  }
}
