import GRDBSQLite
public import Geodesy
public import Geometry

extension EventArchive {
  /// The rows of `events` whose point is or may be within the limit, by `fid`, in no order. Rows are not read: this is
  /// the fast way for whoever needs no more, on a GeoPackage.
  public func nearRows(_ limit: Meters, of center: Coordinate) throws(StoreError) -> [UInt32] {
    try guarded {
      _ = try NearSearch.check(.point(center), limit, nil)
      let cache = try nearTree()
      let found = cache.tree.within(limit.rawValue, of: center, point)
      guard !cache.changed.isEmpty else { return found }
      let fresh = cache.fresh.filter { Ellipsoid.distance(center, $0.point).rawValue - $0.radius <= limit.rawValue }
      return found.filter { !cache.changed.contains($0) } + fresh.map(\.item)
    }
  }

  /// The nearest rows of `events` that have a point, by `fid`, nearest first, without reading them.
  public func nearestRows(_ count: Int, to center: Coordinate) throws(StoreError) -> [UInt32] {
    try guarded {
      _ = try NearSearch.check(.point(center), nil, count)
      let cache = try nearTree()
      guard !cache.changed.isEmpty else { return cache.tree.nearest(count, to: center, point) }
      let old = cache.tree.nearest(count, to: center, isWanted: { !cache.changed.contains($0) }, point)
      let ways = old.map { (Ellipsoid.distance(center, point($0)).rawValue, $0) }
      let fresh = cache.fresh.map { (Ellipsoid.distance(center, $0.point).rawValue, $0.item) }
      return (ways + fresh).sorted { $0 < $1 }.prefix(count).map(\.1)
    }
  }

  /// The point of a row; no number where there is none any more.
  func point(_ fid: UInt32) -> Coordinate {
    let row = try? connection.rows("SELECT geom FROM events WHERE fid = ?", .int(Int(fid))).first
    guard let bytes = row?[0].bytes, case .point(let point) = GeoPackageBlob.shape(bytes) else {
      return Coordinate(lon: .nan, lat: .nan)
    }
    return point
  }

  /// The tree of the points as the store is now.
  func nearTree() throws -> NearCache {
    let state = try nearState()
    if let nearCache, nearCache.state == state { return nearCache }
    let cache = try loadTree(state)
    nearCache = cache
    return cache
  }

  /// Changes with every write to the file: by others, then by this connection.
  private func nearState() throws -> Int {
    guard let sqlite = connection as? SQLiteConnection else { return 0 }
    let others = try connection.rows("PRAGMA data_version").first?[0].int ?? 0
    return others &* 1_000_003 &+ sqlite.use { Int(sqlite3_total_changes($0)) }
  }

  /// Points that changed beyond this share make a tree stale.
  private static let staleShare = 20

  private func loadTree(_ state: Int) throws -> NearCache {
    let hasTriggers =
      try connection.rows("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'near_events_%'").count
      == 3
    let changed = try connection.rows("SELECT fid FROM near_changes").compactMap { $0[0].int.flatMap(UInt32.init) }
    if hasTriggers, let tree = try storedTree(), changed.count <= 1000 + tree.count / Self.staleShare {
      return NearCache(state: state, tree: tree, changed: Set(changed), fresh: try fresh(changed))
    }
    return NearCache(state: state, tree: try buildTree(), changed: [], fresh: [])
  }

  private func storedTree() throws -> NearTree? {
    try NearTree.read { try connection.rows("SELECT data FROM near_blocks WHERE number = ?", .int($0)).first?[0].bytes }
  }

  private func fresh(_ changed: [UInt32]) throws -> [(item: UInt32, point: Coordinate, radius: Double)] {
    try changed.compactMap { fid in
      let row = try connection.rows("SELECT geom, radius_m FROM events WHERE fid = ?", .int(Int(fid))).first
      guard let row, let bytes = row[0].bytes, case .point(let point) = GeoPackageBlob.shape(bytes),
        NearIndex.isPlaced(point)
      else { return nil }
      return (fid, point, NearIndex.radius(row[1].double))
    }
  }

  /// A tree of all points, from their rows.
  func buildTree() throws -> NearTree {
    let entries = NearEntries()
    try connection.each("SELECT fid, geom, radius_m FROM events WHERE geom IS NOT NULL", []) { row in
      guard let fid = row[0].int.flatMap(UInt32.init), let bytes = row[1].bytes,
        case .point(let point) = GeoPackageBlob.shape(bytes), NearIndex.isPlaced(point)
      else { return }
      entries.append(point, radius: NearIndex.radius(row[2].double), item: fid)
    }
    return NearTree.build(entries)
  }

  /// Few points need no tree in the file: it is built faster than read.
  private static let keptFrom = 2000

  /// Writes the tree into the file where the one there is stale, inside a transaction.
  func renewTree() throws {
    guard connection is SQLiteConnection else { return }
    let events = try connection.rows("SELECT count(*) FROM events").first?[0].int ?? 0
    let changes = try connection.rows("SELECT count(*) FROM near_changes").first?[0].int ?? 0
    guard events >= Self.keptFrom, changes > events / Self.staleShare else { return }
    try keep(try buildTree())
  }

  /// Puts the tree into the file in place of the one there.
  func keep(_ tree: NearTree) throws {
    try connection.run("DELETE FROM near_blocks")
    for (number, block) in tree.blocks.enumerated() {
      try connection.run("INSERT INTO near_blocks VALUES (?, ?)", .int(number), .blob(Array(block)))
    }
    try connection.run("DELETE FROM near_changes")
  }
}
