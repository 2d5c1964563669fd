import Geometry

/// One load of many features into a PostGIS store, by COPY; into an empty one without indexes, which are made at the end.
struct ServerLoad {
  let connection: PostgresConnection

  func run(_ bytes: UnsafeRawBufferPointer, _ path: String) throws -> Int {
    let isFresh = try connection.rows("SELECT 1 FROM events LIMIT 1").isEmpty
    if isFresh { try connection.script("DROP INDEX events_geom; DROP INDEX events_geog; DROP INDEX events_id") }
    var count = 0
    try connection.copy("COPY events (geom, \(Schema.events.columnList)) FROM STDIN") { send in
      try withoutActuallyEscaping(send) { send in
        var reader = FeatureStreamReader(bytes, path, BulkRows(CopySink(send: send)))
        count = try reader.run()
      }
    }
    guard isFresh else { return count }
    let indexes = [PostGIS.geometryIndex(Schema.events), PostGIS.geographyIndex] + Schema.indexes(Schema.events)
    for index in indexes { try connection.script(index) }
    try connection.script("ANALYZE events")
    return count
  }
}

/// Writes rows as COPY's text wants them: fields between tabs, `\N` for null, backslashes before what would be read
/// otherwise.
private struct CopySink: BulkSink {
  let send: ([UInt8]) throws -> Void
  private var fields: [[UInt8]?] = Array(repeating: nil, count: Schema.events.columns.count)
  private var rows: [UInt8] = []
  /// How much goes to the server at a time.
  private static let piece = 1 << 18

  init(send: @escaping ([UInt8]) throws -> Void) { self.send = send }

  mutating func clear() { for column in fields.indices { fields[column] = nil } }

  mutating func text(_ column: Int, _ utf8: UnsafeRawBufferPointer) { fields[column] = Self.escaped(utf8) }

  mutating func text(_ column: Int, _ text: String) { fields[column] = Self.escaped(text.utf8) }

  mutating func int(_ column: Int, _ number: Int) { fields[column] = Array("\(number)".utf8) }

  mutating func double(_ column: Int, _ number: Double) { fields[column] = Array("\(number)".utf8) }

  mutating func write(_ point: Coordinate?, radius: Double?) throws {
    if let point { put(point) } else { rows += Self.null }
    for field in fields {
      rows.append(UInt8(ascii: "\t"))
      rows += field ?? Self.null
    }
    rows.append(UInt8(ascii: "\n"))
    if rows.count > Self.piece { try flush() }
  }

  mutating func finish() throws { try flush() }

  private mutating func flush() throws {
    if !rows.isEmpty { try send(rows) }
    rows.removeAll(keepingCapacity: true)
  }

  private static let null = Array(#"\N"#.utf8)
  /// Little-endian, a point with a coordinate system, EPSG 4326: PostGIS's well-known binary in hexadecimal digits.
  private static let head = Array("0101000020e6100000".utf8)

  private mutating func put(_ point: Coordinate) {
    rows += Self.head
    for number in [point.lon, point.lat] {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { rows += Hex.text($0).utf8 }
    }
  }

  private static func escaped(_ text: some Sequence<UInt8>) -> [UInt8] {
    var field: [UInt8] = []
    for byte in text {
      switch byte {
      // PostgreSQL's text holds no zero byte.
      case 0: continue
      case UInt8(ascii: "\\"): field += [byte, byte]
      case UInt8(ascii: "\t"): field += Array(#"\t"#.utf8)
      case UInt8(ascii: "\n"): field += Array(#"\n"#.utf8)
      case UInt8(ascii: "\r"): field += Array(#"\r"#.utf8)
      default: field.append(byte)
      }
    }
    return field
  }
}
