import CPQ

/// A connection to a PostgreSQL server through libpq; parameters and results travel as text.
final class PostgresConnection: SQLConnection {
  let name: String
  private let connection: OpaquePointer
  private var statements: [String: (name: String, types: [UInt32])] = [:]

  /// - Parameter address: `postgresql://...`, as libpq reads it.
  init(_ address: String) throws {
    name = Self.withoutPassword(address)
    guard let connection = PQconnectdb(address) else { throw StoreError.server(name, reason: "no memory") }
    self.connection = connection
    // After this a throw runs deinit, which closes the connection.
    guard PQstatus(connection) == CONNECTION_OK else { throw StoreError.server(name, reason: Self.reason(connection)) }
    PQsetClientEncoding(connection, "UTF8")
    // Notices ("relation exists, skipping") are for no user.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
  }

  deinit { PQfinish(connection) }

  /// A password in the address is for nobody's eyes.
  static func withoutPassword(_ address: String) -> String {
    let plain = String(address.prefix { $0 != "?" })
    guard let at = plain.firstIndex(of: "@"), let colon = plain.firstIndex(of: ":") else { return plain }
    let user = plain[colon..<at].dropFirst(3).prefix { $0 != ":" }
    return plain[..<colon] + "://" + user + plain[at...]
  }

  func each(_ sql: String, _ values: [SQLValue], _ body: ([SQLValue]) throws -> Void) throws {
    let result = try execute(sql, values)
    defer { PQclear(result) }
    let columns = (0..<PQnfields(result)).map { (column: $0, type: PQftype(result, $0)) }
    for row in 0..<PQntuples(result) {
      try body(columns.map { Self.value(result, row, $0.column, $0.type) })
    }
  }

  func script(_ sql: String) throws {
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    try check(result)
  }

  /// One writer at a time, as with a file; the second waits.
  func begin() throws {
    try script("BEGIN; SET LOCAL lock_timeout = '20s'; SELECT pg_advisory_xact_lock(\(Self.lock))")
  }

  func commit() throws { try script("COMMIT") }

  func rollback() { PQclear(PQexec(connection, "ROLLBACK")) }

  /// "eventmap" in the bytes of a number.
  private static let lock = 7_311_152_141_284_467_056

  private func execute(_ sql: String, _ values: [SQLValue]) throws -> OpaquePointer? {
    let prepared = try prepare(sql)
    let texts = values.map(Self.text)
    let result = withTexts(texts) {
      PQexecPrepared(connection, prepared, Int32(values.count), $0, nil, nil, 0)
    }
    do { try check(result) } catch {
      PQclear(result)
      throw error
    }
    return result
  }

  private func prepare(_ sql: String) throws -> String {
    if let known = statements[sql] { return known.name }
    let name = "s\(statements.count)"
    let result = PQprepare(connection, name, Self.numbered(sql), 0, nil)
    defer { PQclear(result) }
    try check(result)
    statements[sql] = (name, [])
    return name
  }

  /// `$1`, `$2` ... for each `?` outside of quotes.
  static func numbered(_ sql: String) -> String {
    var (text, number, quote) = ("", 0, Character?.none)
    for character in sql {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "?" {
        number += 1
        text += "$\(number)"
        continue
      }
      text.append(character)
    }
    return text
  }

  private static func text(_ value: SQLValue) -> String? {
    switch value {
    case .null: nil
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    // PostgreSQL's text holds no zero byte.
    case .text(let text):
      text.utf8.contains(0) ? String(text.unicodeScalars.filter { $0.value != 0 }.map(Character.init)) : text
    case .blob(let bytes): "\\x" + Hex.text(bytes)
    }
  }

  private func withTexts<Result>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    let copies = texts.map { text -> UnsafeMutablePointer<CChar>? in
      guard let text else { return nil }
      let utf8 = text.utf8CString
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: utf8.count)
      for (index, byte) in utf8.enumerated() { copy[index] = byte }
      return copy
    }
    defer { for copy in copies { copy?.deallocate() } }
    return copies.map { UnsafePointer($0) }.withUnsafeBufferPointer { body($0.baseAddress) }
  }

  /// Types by their object ids: int2, int4, int8; float4, float8; bytea.
  private static func value(_ result: OpaquePointer?, _ row: Int32, _ column: Int32, _ type: UInt32) -> SQLValue {
    guard PQgetisnull(result, row, column) == 0, let text = PQgetvalue(result, row, column) else { return .null }
    let string = String(cString: text)
    switch type {
    case 20, 21, 23: return SQLValue(Int(string))
    case 700, 701: return SQLValue(Double(string))
    case 17: return Hex.bytes(string.dropFirst(2)).map { .blob($0) } ?? .null
    default: return .text(string)
    }
  }

  func check(_ result: OpaquePointer?) throws {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: return
    default: throw fault(result)
    }
  }

  private func fault(_ result: OpaquePointer?) -> StoreError {
    // 67 is the letter C: the SQLSTATE.
    let state = PQresultErrorField(result, 67).map { String(cString: $0) } ?? ""
    switch state {
    case "55P03": return .busy(name)
    case "53100": return .full(name)
    case "42501", "25006": return .readOnly(name)
    default: return .refused(name, reason: Self.reason(connection))
    }
  }

  private static func reason(_ connection: OpaquePointer) -> String {
    let text = String(cString: PQerrorMessage(connection))
    return text.split(separator: "\n").first.map(String.init) ?? "the server gave no reason"
  }

  /// Runs a COPY whose rows, as text, the body sends piece by piece.
  func copy(_ sql: String, _ body: (_ send: ([UInt8]) throws -> Void) throws -> Void) throws {
    let start = PQexec(connection, sql)
    defer { PQclear(start) }
    try check(start)
    do { try body(send) } catch {
      PQputCopyEnd(connection, "stopped")
      while let result = PQgetResult(connection) { PQclear(result) }
      throw error
    }
    PQputCopyEnd(connection, nil)
    var failure: StoreError?
    while let result = PQgetResult(connection) {
      defer { PQclear(result) }
      do { try check(result) } catch { failure = error as? StoreError }
    }
    if let failure { throw failure }
  }

  private func send(_ piece: [UInt8]) throws {
    // 1: taken; -1: the connection is lost; 0 comes on connections that do not block alone.
    let sent = piece.withUnsafeBytes { raw in
      PQputCopyData(connection, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
    }
    guard sent == 1 else { throw StoreError.server(name, reason: Self.reason(connection)) }
  }

  let dialect = SQLDialect(
    rowNumber: "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY", integer: "BIGINT", real: "DOUBLE PRECISION",
    blob: "BYTEA", geometryIn: "ST_GeomFromWKB(?::bytea, 4326)", geometryOut: "ST_AsBinary(geom, 'NDR')",
    rowIn: "fid = ANY(?::bigint[])", list: { "{" + $0.joined(separator: ",") + "}" },
    encode: { .blob($0.wkb) }, decode: { $0.bytes.map { $0[...] } })
}
