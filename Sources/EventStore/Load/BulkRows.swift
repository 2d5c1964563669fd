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
  /// The names as they stand in the file, but `more`, which is the last and no file's.
  private let spellings: [[UInt8]]
  private let types = Schema.events.columns.map(\.type)
  private let radiusColumn = Schema.events.columns.firstIndex { $0.name == "radius_m" }
  private(set) var sink: Sink
  /// The column that is expected after each, the first of all at 0: features of one file name their members in one order.
  private var successors: [Int]
  /// One more than the column that was filled last.
  private var last = 0
  private var rest = JSONObject()
  private var hasID = false
  /// The feature's `radius_m`.
  private(set) var radius: Double?

  init(_ sink: Sink) {
    self.sink = sink
    columns = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    spellings = names.filter { $0 != "more" }.map { Array($0.utf8) }
    successors = Array(0...names.count)
  }

  /// Binds the members of a feature's `properties`.
  mutating func bindProperties(_ cursor: inout JSONCursor) throws {
    rest = JSONObject()
    last = 0
    guard try cursor.peek() == .object else { return try cursor.skip() }
    try cursor.beginObject()
    while let key = try nextKey(&cursor) {
      switch key {
      case .expected:
        let column = successors[last]
        last = column + 1
        try bind(column, &cursor)
      case .other(let name): try bind(name, &cursor)
      }
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

  private func nextKey(_ cursor: inout JSONCursor) throws -> JSONKey? {
    let expected = successors[last]
    guard expected < spellings.count else { return try cursor.nextKey().map { .other($0) } }
    return try cursor.nextKey(expecting: spellings[expected])
  }

  private mutating func bind(_ name: String, _ cursor: inout JSONCursor) throws {
    guard name != "more", let column = columns[name] else { return try keep(name, &cursor) }
    successors[last] = column
    last = column + 1
    try bind(column, &cursor)
  }

  private mutating func keep(_ key: String, _ cursor: inout JSONCursor) throws {
    let value = try cursor.value()
    if !value.isNull, !FeatureRows.derived.contains(key) { rest[key] = value }
  }

  private mutating func bind(_ column: Int, _ cursor: inout JSONCursor) throws {
    switch (types[column], try cursor.peek()) {
    case (_, .null): return try cursor.skip()
    case (.text, .string): try bindText(column, &cursor)
    case (.integer, .number):
      guard let number = try cursor.wholeNumber() else { return try keep(names[column], &cursor) }
      sink.int(column, number)
    case (.real, .number):
      let number = try cursor.double()
      sink.double(column, number)
      if column == radiusColumn { radius = number }
    case (.date, .string):
      guard let text = try cursor.plainString() else { return try keep(names[column], &cursor) }
      guard DayText.isDay(text) else {
        return rest[names[column]] = .string(String(decoding: text, as: UTF8.self))
      }
      sink.text(column, text)
    default: return try keep(names[column], &cursor)
    }
    if column == 0 { hasID = true }
  }

  /// A string without escapes stays where it is in the file until the row is written.
  private mutating func bindText(_ column: Int, _ cursor: inout JSONCursor) throws {
    if let body = try cursor.plainString() { sink.text(column, body) } else { sink.text(column, try cursor.string()) }
  }
}

/// Days as they stand in a file: a million rows bear three million of them.
enum DayText {
  static func isDay(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count == 10 else { return false }
    var (place, year, month, day) = (0, 0, 0, 0)
    for byte in text {
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
    return Day(year: year, month: month, day: day) != nil
  }
}
