public import Formats
import GRDBSQLite
public import Geometry

extension EventArchive {
  /// Adds the features of a GeoJSON collection to a store as they are, millions of them: in one transaction, straight
  /// from the file's bytes, the spatial indexes built at once at the end. Features of articles come by `add`.
  ///
  /// - Returns: how many features came in.
  public func load(_ file: MappedFile) throws(StoreError) -> Int {
    try guarded {
      try connection.transaction {
        try file.withBytes { bytes in
          if let sqlite = connection as? SQLiteConnection { return try BulkLoad(self, sqlite).run(bytes, file.path) }
          guard let server = connection as? PostgresConnection else { return 0 }
          return try ServerLoad(connection: server).run(bytes, file.path)
        }
      }
    }
  }

  /// Puts features in, each in place of the one of the same id: all of them or, where something fails, none.
  public func put(_ features: [Feature]) throws(StoreError) {
    try guarded {
      try connection.transaction {
        for feature in features {
          var whole = feature
          if whole.properties["id"] == nil { whole.properties["id"] = feature.id }
          try put(whole, id: whole.idText)
        }
      }
    }
  }
}

/// One load of many features into a GeoPackage.
struct BulkLoad {
  let archive: EventArchive
  let connection: SQLiteConnection
  let tree: PackedRTree

  init(_ archive: EventArchive, _ connection: SQLiteConnection) {
    (self.archive, self.connection) = (archive, connection)
    tree = PackedRTree(connection: connection, name: "rtree_events_geom")
  }

  func run(_ bytes: UnsafeRawBufferPointer, _ path: String) throws -> Int {
    let isFresh = try tree.isEmpty() && connection.rows("SELECT 1 FROM events LIMIT 1").isEmpty
    try connection.script(Self.cache.during)
    defer { try? connection.script(Self.cache.after) }
    if isFresh { try connection.script(Self.before) }
    let (count, points) = try rows(bytes, path)
    guard isFresh else { return count }
    let near = NearTree.build(points.entries)
    try tree.fill(points.boxes(in: near))
    try archive.keep(near)
    try connection.script(Self.after)
    for layer in Schema.eventLayers { try connection.script(GeoPackageSchema.extent(layer.name)) }
    return count
  }

  /// What would be done for each row is done once at the end.
  private static let before = """
    DROP TRIGGER rtree_events_geom_insert; DROP TRIGGER near_events_insert;
    DROP TRIGGER trigger_insert_feature_count_events; DROP INDEX events_id;
    """
  private static let after =
    GeoPackageSchema.insertTrigger("events") + GeoPackageSchema.nearInsertTrigger
    + GeoPackageSchema.countingInsertTrigger("events")
      + """
      UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM events) WHERE table_name = 'events';
      CREATE INDEX events_id ON events ("id");
      """

  /// As much of the file as is kept in memory while it grows; sorting the index stays there too.
  private static let cache = (during: "PRAGMA cache_size = -131072", after: "PRAGMA cache_size = -2000")

  private func rows(_ bytes: UnsafeRawBufferPointer, _ path: String) throws -> (count: Int, points: Points) {
    try connection.use { handle in
      var statement: OpaquePointer?
      let code = sqlite3_prepare_v2(handle, FeatureRows(Schema.events, connection.dialect).insert, -1, &statement, nil)
      guard code == SQLITE_OK else { throw connection.fault(code, handle) }
      defer { sqlite3_finalize(statement) }
      let sink = StatementSink(connection: connection, handle: handle, statement: statement)
      var reader = FeatureStreamReader(bytes, path, BulkRows(sink))
      return (try reader.run(), reader.rows.sink.points)
    }
  }
}

/// Binds columns to an insert of `geom` and all columns, and remembers the points.
private struct StatementSink: BulkSink {
  let connection: SQLiteConnection
  let handle: OpaquePointer?
  let statement: OpaquePointer?
  private(set) var points = Points()

  init(connection: SQLiteConnection, handle: OpaquePointer?, statement: OpaquePointer?) {
    (self.connection, self.handle, self.statement) = (connection, handle, statement)
  }

  func clear() { sqlite3_clear_bindings(statement) }

  func text(_ column: Int, _ utf8: UnsafeRawBufferPointer) {
    let text = utf8.baseAddress?.assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(statement, Int32(column + 2), text, Int32(utf8.count), nil)
  }

  func text(_ column: Int, _ text: String) { SQLiteConnection.bind(.text(text), statement, Int32(column + 2)) }

  func int(_ column: Int, _ number: Int) { sqlite3_bind_int64(statement, Int32(column + 2), Int64(number)) }

  func double(_ column: Int, _ number: Double) { sqlite3_bind_double(statement, Int32(column + 2), number) }

  mutating func write(_ point: Coordinate?, radius: Double?) throws {
    if let point { Self.bind(point, statement) }
    let code = sqlite3_step(statement)
    guard code == SQLITE_DONE else { throw connection.fault(code, handle) }
    sqlite3_reset(statement)
    points.add(point, radius, UInt32(truncatingIfNeeded: sqlite3_last_insert_rowid(handle)))
  }

  func finish() {}

  private static func bind(_ point: Coordinate, _ statement: OpaquePointer?) {
    // A GeoPackage point: header without a box, then well-known binary.
    withUnsafeTemporaryAllocation(byteCount: 29, alignment: 8) { blob in
      blob.copyBytes(from: [0x47, 0x50, 0, 1, 0xE6, 0x10, 0, 0, 1, 1, 0, 0, 0])
      blob.storeBytes(of: point.lon.bitPattern.littleEndian, toByteOffset: 13, as: UInt64.self)
      blob.storeBytes(of: point.lat.bitPattern.littleEndian, toByteOffset: 21, as: UInt64.self)
      _ = sqlite3_bind_blob(statement, 1, blob.baseAddress, 29, SQLiteConnection.transient)
    }
  }
}

/// The points that a load has seen, for the indexes.
private struct Points {
  let entries = NearEntries(capacity: 1 << 16)
  private var positions: [Coordinate] = []
  private var first: UInt32 = 0

  /// Notes the next row; rows without a point keep their place in the list.
  mutating func add(_ point: Coordinate?, _ radius: Double?, _ fid: UInt32) {
    if positions.isEmpty { first = fid }
    positions.append(point ?? Coordinate(lon: .nan, lat: .nan))
    if let point { entries.append(point, radius: NearIndex.radius(radius), item: fid) }
  }

  /// Boxes in the order of the tree, in which neighbors are near each other.
  func boxes(in tree: NearTree) -> [PackedRTree.Box] {
    (0..<tree.count).map { index in
      let fid = tree.items[index]
      let point = positions[Int(fid - first)]
      return PackedRTree.Box(id: Int64(fid), lon: point.lon, lat: point.lat)
    }
  }
}
