import Formats
import GRDBSQLite
import Geometry
import Records

/// Writes features of a GeoJSON file into the rows of `events`, straight from the file's bytes.
struct BulkRows {
  private let layer = Schema.events
  private let statement: OpaquePointer?
  private let columns: [String: Int32]
  private let bytes: UnsafeRawBufferPointer
  /// The column after the one that was filled last: features of one file name their members in one order.
  private var guess = 0
  private var rest = JSONObject()
  private var filled: [Bool]
  /// The feature's `radius_m`.
  private(set) var radius: Double?

  /// - Parameter statement: an insert of `geom` and all columns.
  init(statement: OpaquePointer?, bytes: UnsafeRawBufferPointer) {
    self.statement = statement
    self.bytes = bytes
    columns = Dictionary(
      uniqueKeysWithValues: Schema.events.columns.enumerated().map { ($1.name, Int32($0 + 2)) })
    filled = Array(repeating: false, count: layer.columns.count)
  }

  /// Binds the members of a feature's `properties`.
  mutating func bindProperties(_ cursor: inout JSONCursor) throws {
    rest = JSONObject()
    guard try cursor.peek() == .object else { return try cursor.skip() }
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      guard let column = column(key) else {
        try keep(key, &cursor)
        continue
      }
      try bind(column, key, &cursor)
    }
    if !rest.isEmpty, let more = columns["more"] {
      SQLiteConnection.bind(.text(String(decoding: JSONValue.object(rest).bytes, as: UTF8.self)), statement, more)
    }
  }

  /// Binds `id` where the properties have none.
  mutating func bindID(_ id: JSONValue?) {
    guard let id, !filled[0] else { return }
    let text = id.stringValue ?? id.intValue.map { "\($0)" }
    SQLiteConnection.bind(SQLValue(text), statement, 2)
  }

  mutating func clear() {
    sqlite3_clear_bindings(statement)
    radius = nil
    for index in filled.indices { filled[index] = false }
  }

  private mutating func column(_ key: String) -> Int? {
    if guess < layer.columns.count, layer.columns[guess].name == key {
      guess += 1
      return guess - 1
    }
    guard key != "more", let column = columns[key] else { return nil }
    guess = Int(column) - 1
    return Int(column) - 2
  }

  private mutating func keep(_ key: String, _ cursor: inout JSONCursor) throws {
    let value = try cursor.value()
    if !value.isNull, !FeatureRows.derived.contains(key) { rest[key] = value }
  }

  private mutating func bind(_ column: Int, _ key: String, _ cursor: inout JSONCursor) throws {
    let place = Int32(column + 2)
    switch (layer.columns[column].type, try cursor.peek()) {
    case (_, .null): return try cursor.skip()
    case (.text, .string): try bindText(place, &cursor)
    case (.integer, .number):
      let value = try cursor.value()
      guard case .int(let number) = value else { return rest[key] = value }
      sqlite3_bind_int64(statement, place, Int64(number))
    case (.real, .number):
      let number = try cursor.double()
      sqlite3_bind_double(statement, place, number)
      if key == "radius_m" { radius = number }
    case (.date, .string):
      let text = try cursor.string()
      guard text.utf8.count == 10, DayText.isDay(text) else { return rest[key] = .string(text) }
      SQLiteConnection.bind(.text(text), statement, place)
    default: return try keep(key, &cursor)
    }
    filled[column] = true
  }

  /// A string without escapes stays where it is in the file until the row is written.
  private func bindText(_ place: Int32, _ cursor: inout JSONCursor) throws {
    let before = cursor
    try cursor.skip()
    let end = cursor.offset
    var start = before.offset
    while start < end, bytes[start] != UInt8(ascii: "\"") { start += 1 }
    let body = UnsafeRawBufferPointer(rebasing: bytes[min(start + 1, end - 1)..<end - 1])
    guard !body.contains(UInt8(ascii: "\\")) else {
      var again = before
      return SQLiteConnection.bind(.text(try again.string()), statement, place)
    }
    let text = body.baseAddress?.assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(statement, place, text, Int32(body.count), nil)
  }
}

/// Days as texts, seen without making a day: a million rows bear three million of them.
enum DayText {
  static func isDay(_ text: String) -> Bool {
    var (place, year, month, day) = (0, 0, 0, 0)
    for byte in text.utf8 {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return false }
      } else {
        guard (0x30...0x39).contains(byte) else { return false }
        let digit = Int(byte - 0x30)
        if place < 4 {
          year = year * 10 + digit
        } else if place < 7 {
          month = month * 10 + digit
        } else {
          day = day * 10 + digit
        }
      }
      place += 1
    }
    return place == 10 && Day(year: year, month: month, day: day) != nil
  }
}
