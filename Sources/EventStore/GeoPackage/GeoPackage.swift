import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Stores that are one SQLite file.
enum GeoPackage {
  static func open(_ path: String, creating: Bool) throws -> EventArchive {
    let isThere = access(path, F_OK) == 0
    guard isThere || creating else { throw StoreError.noStore(path) }
    let connection = try SQLiteConnection(path)
    // One file at any time: a journal appears beside it only while something is written.
    if try connection.rows("PRAGMA journal_mode").first?[0].text == "wal" {
      try connection.script("PRAGMA journal_mode = DELETE")
    }
    try prepare(connection, creating: creating)
    return EventArchive(connection)
  }

  static func memory() throws -> EventArchive {
    let connection = try SQLiteConnection(":memory:")
    try prepare(connection, creating: true)
    return EventArchive(connection)
  }

  /// Makes the tables where there are none, and brings older ones up to date.
  private static func prepare(_ connection: SQLiteConnection, creating: Bool) throws {
    switch try version(connection) {
    case Schema.version: return
    case 0:
      guard creating else { throw StoreError.noStore(connection.name) }
      try connection.transaction {
        // Another program may have been faster.
        if try version(connection) == 0 { try create(connection) }
      }
    case 1..<Schema.version:
      try connection.transaction {
        let version = try version(connection)
        if version < Schema.version { try Migration.run(from: version, builder(connection)) }
      }
    case let version: throw StoreError.tooNew(connection.name, version: version)
    }
  }

  private static func builder(_ connection: SQLiteConnection) -> StoreBuilder {
    StoreBuilder(connection: connection) { layer in
      for statement in Schema.create(layer, connection.dialect, geometry: layer.geometry) {
        try connection.script(statement)
      }
      try connection.script(GeoPackageSchema.register(layer))
    }
  }

  /// 0 for an empty file.
  private static func version(_ connection: SQLiteConnection) throws -> Int {
    let tables = try connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'").compactMap { $0[0].text }
    guard !tables.isEmpty else { return 0 }
    guard tables.contains("store_facts"),
      let version = try connection.rows("SELECT value FROM store_facts WHERE name = 'schema'").first?[0].int
    else { throw StoreError.noGeoPackage(connection.name) }
    return version
  }

  private static func create(_ connection: SQLiteConnection) throws {
    try connection.script(GeoPackageSchema.marks + GeoPackageSchema.base)
    try builder(connection).createAll()
    try connection.script(GeoPackageSchema.near + GeoPackageSchema.counts)
    for layer in Schema.all { try connection.script(GeoPackageSchema.counting(layer.name)) }
  }
}
