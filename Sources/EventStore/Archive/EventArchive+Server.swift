import Geometry

extension EventArchive {
  /// Points that a server says may be within the limit: by its own geodesics, a hair further.
  func serverFinds(within limit: Double, of center: NearCenter, _ query: EventQuery) throws -> [NearFind] {
    let most = try connection.rows("SELECT max(radius_m) FROM events").first?[0].double ?? 0
    let reach = (limit + max(0, most)) * 1.000001 + 0.01
    // A sphere's edge is no ellipsoid's; lines and areas get room for it.
    let room = center.isPoint ? reach : reach * 1.01 + 100
    guard room < 15_000_000 else { return try finds(Schema.events, where: "", [], query) }
    return try finds(
      Schema.events, where: "ST_DWithin(geom::geography, ST_GeomFromWKB(?::bytea, 4326)::geography, ?)",
      [.blob(WellKnownBinary.bytes(center.shape)), .double(room)], query)
  }
}

extension NearCenter {
  var isPoint: Bool { if case .point = self { true } else { false } }
}
