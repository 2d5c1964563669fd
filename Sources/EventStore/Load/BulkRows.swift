import Formats
import Geometry
import Records

/// Where the columns of `events` go, by their positions in the layer, one row after the other.
protocol BulkSink {
  /// Makes all columns null.
  mutating func clear()
  /// Text that stays where it is until the row is written.
  mutating func text(_ column: Int, _ utf8: UnsafeRawBufferPointer)
  mutating func text(_ column: Int, _ text: String)
  mutating func int(_ column: Int, _ number: Int)
  mutating func double(_ column: Int, _ number: Double)
  /// Writes the row.
  mutating func write(_ point: Coordinate?, radius: Double?) throws
  /// Writes what still waits.
  mutating func finish() throws
}

/// Writes features of a GeoJSON file into rows of `events`, straight from the file's bytes.
struct BulkRows<Sink: BulkSink> {
  private let columns: [String: Int]
  private let names = Schema.events.columns.map(\.name)
  private let types = Schema.events.columns.map(\.type)
  private let bytes: UnsafeRawBufferPointer
  private(set) var sink: Sink
  /// The column after the one that was filled last: features of one file name their members in one order.
  private var guess = 0
  private var rest = JSONObject()
  private var hasID = false
  /// The feature's `radius_m`.
  private(set) var radius: Double?

  init(_ sink: Sink, bytes: UnsafeRawBufferPointer) {
    self.sink = sink
    self.bytes = bytes
    columns = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
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
      sink.text(more, String(decoding: JSONValue.object(rest).bytes, as: UTF8.self))
    }
  }

  /// Binds `id` where the properties have none.
  mutating func bindID(_ id: JSONValue?) {
    guard let id, !hasID, let text = id.stringValue ?? id.intValue.map({ "\($0)" }) else { return }
    sink.text(0, text)
  }

  mutating func clear() {
    sink.clear()
    (radius, hasID) = (nil, false)
  }

  mutating func write(_ point: Coordinate?) throws { try sink.write(point, radius: radius) }

  mutating func finish() throws { try sink.finish() }

  private mutating func column(_ key: String) -> Int? {
    if guess < names.count, names[guess] == key {
      guess += 1
      return guess - 1
    }
    guard key != "more", let column = columns[key] else { return nil }
    guess = column + 1
    return column
  }

  private mutating func keep(_ key: String, _ cursor: inout JSONCursor) throws {
    let value = try cursor.value()
    if !value.isNull, !FeatureRows.derived.contains(key) { rest[key] = value }
  }

  private mutating func bind(_ column: Int, _ key: String, _ cursor: inout JSONCursor) throws {
    switch (types[column], try cursor.peek()) {
    case (_, .null): return try cursor.skip()
    case (.text, .string): try bindText(column, &cursor)
    case (.integer, .number):
      let value = try cursor.value()
      guard case .int(let number) = value else { return rest[key] = value }
      sink.int(column, number)
    case (.real, .number):
      let number = try cursor.double()
      sink.double(column, number)
      if key == "radius_m" { radius = number }
    case (.date, .string):
      let text = try cursor.string()
      guard text.utf8.count == 10, DayText.isDay(text) else { return rest[key] = .string(text) }
      sink.text(column, text)
    default: return try keep(key, &cursor)
    }
    if column == 0 { hasID = true }
  }

  /// A string without escapes stays where it is in the file until the row is written.
  private mutating func bindText(_ column: Int, _ cursor: inout JSONCursor) throws {
    let before = cursor
    try cursor.skip()
    let end = cursor.offset
    var start = before.offset
    while start < end, bytes[start] != UInt8(ascii: "\"") { start += 1 }
    let body = UnsafeRawBufferPointer(rebasing: bytes[min(start + 1, end - 1)..<end - 1])
    guard !body.contains(UInt8(ascii: "\\")) else {
      var again = before
      return sink.text(column, try again.string())
    }
    sink.text(column, body)
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
