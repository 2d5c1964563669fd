/// Stores that are a PostGIS database: the same tables as a GeoPackage's, in the schema that the connection finds first.
enum PostGIS {
  static func open(_ address: String, creating: Bool) throws -> EventArchive {
    let connection = try PostgresConnection(address)
    switch try version(connection) {
    case Schema.version: break
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
    return EventArchive(connection)
  }

  /// 0 where there is no store yet.
  private static func version(_ connection: PostgresConnection) throws -> Int {
    let exists = try connection.rows("SELECT to_regclass('store_facts') IS NOT NULL").first?[0].text == "t"
    guard exists else { return 0 }
    return try connection.rows("SELECT value FROM store_facts WHERE name = 'schema'").first?[0].int ?? 0
  }

  private static func create(_ connection: PostgresConnection) throws {
    try connection.script("CREATE EXTENSION IF NOT EXISTS postgis")
    try builder(connection).createAll()
    try connection.script(geographyIndex)
  }

  /// What `near` asks.
  static let geographyIndex = "CREATE INDEX events_geog ON events USING gist ((geom::geography))"

  static func geometryIndex(_ layer: Layer) -> String {
    "CREATE INDEX \(layer.name)_geom ON \(layer.name) USING gist (geom)"
  }

  private static func builder(_ connection: PostgresConnection) -> StoreBuilder {
    StoreBuilder(connection: connection) { layer in
      let geometry = layer.geometry.map { "geometry(\($0), 4326)" }
      for statement in Schema.create(layer, connection.dialect, geometry: geometry) { try connection.script(statement) }
      if geometry != nil { try connection.script(geometryIndex(layer)) }
    }
  }
}
