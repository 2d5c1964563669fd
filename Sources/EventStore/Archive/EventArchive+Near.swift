import Formats
public import Geodesy
public import Geometry

/// An event found near, with how far it is.
public struct NearEvent: Hashable, Sendable {
  /// The event.
  public let feature: Feature
  /// Distance, direction, certainty.
  public let hit: NearHit

  /// The same search among features in memory.
  public static func search(
    _ features: [Feature], _ center: NearCenter, within limit: Meters? = nil, nearest count: Int? = nil
  ) throws -> [NearEvent] {
    var found: [NearEvent] = []
    try NearAnswer(features, near: center, within: limit, nearest: count).each { found.append($0) }
    return found
  }
}

extension EventArchive {
  /// What is within the limit for certain or possibly, or the so many nearest, or both, among the events that are asked
  /// for; nearest first.
  public func near(
    _ center: NearCenter, within limit: Meters? = nil, nearest count: Int? = nil, _ query: EventQuery = EventQuery()
  ) throws(StoreError) -> [NearEvent] {
    let answer = try answer(near: center, within: limit, nearest: count, query)
    return try guarded {
      var found: [NearEvent] = []
      try answer.each { found.append($0) }
      return found
    }
  }

  /// The same, with no event kept in memory: each is read when its turn comes.
  public func answer(
    near center: NearCenter, within limit: Meters? = nil, nearest count: Int? = nil, _ query: EventQuery = EventQuery()
  ) throws(StoreError) -> NearAnswer {
    try guarded {
      _ = try NearSearch.check(center, limit, count)
      var found = try points(center, limit?.rawValue, count, query)
      for layer in Schema.eventLayers.dropFirst() { found += try finds(layer, asked: query) }
      return try NearAnswer(found, of: self, center, within: limit, nearest: count)
    }
  }

  /// Events with a point that may be part of the answer, in the order of their rows.
  private func points(_ center: NearCenter, _ limit: Double?, _ count: Int?, _ query: EventQuery) throws -> [NearFind] {
    if let limit { return try points(within: limit, of: center, query) }
    guard let count else { return try finds(Schema.events, asked: query) }
    if case .point(let place) = center, connection is SQLiteConnection {
      return try points(nearest: count, to: place, query)
    }
    return try points(nearest: count, to: center, query)
  }

  private func points(within limit: Double, of center: NearCenter, _ query: EventQuery) throws -> [NearFind] {
    guard connection is SQLiteConnection else { return try serverFinds(within: limit, of: center, query) }
    let cache = try nearTree()
    let finder = NearFinder(tree: cache.tree, others: [])
    // What a chord does not decide is taken along: it is measured.
    return try finds(fids: Set(finder.points(within: limit, of: center, nil)).union(cache.changed), query)
  }

  /// How many are asked of the tree at most: it keeps them sorted as it goes.
  private static let mostOfTree = 2000

  /// The tree's nearest, ever more of them, until enough are wanted; the rows that changed since are always looked at.
  private func points(nearest count: Int, to place: Coordinate, _ query: EventQuery) throws -> [NearFind] {
    let cache = try nearTree()
    var found: [NearFind] = []
    var seen = 0
    var asked = min(count, Self.mostOfTree)
    while true {
      let fids = cache.tree.nearest(asked, to: place, isWanted: { !cache.changed.contains($0) }, point)
      found += try finds(fids: Set(fids[min(seen, fids.count)...]), query)
      if found.count >= count || fids.count < asked { break }
      guard asked < Self.mostOfTree else { return try finds(Schema.events, asked: query) }
      (seen, asked) = (asked, min(asked * 4, Self.mostOfTree))
    }
    return (found + (try finds(fids: cache.changed, query))).sorted { $0.row < $1.row }
  }

  /// Ever wider rings, until enough of what lies inside is wanted.
  private func points(nearest count: Int, to center: NearCenter, _ query: EventQuery) throws -> [NearFind] {
    let ground = NearGround(center)
    var limit = 5000.0
    while limit < 30_000_000 {
      let found = try points(within: limit, of: center, query)
      if found.count >= count,
        found.count(where: { (ground.way(to: $0.shape)?.distance ?? .infinity) <= limit }) >= count
      {
        return found
      }
      limit *= 3
    }
    return try finds(Schema.events, asked: query)
  }

  private func finds(_ layer: Layer, asked query: EventQuery) throws -> [NearFind] {
    let (condition, values) = condition(query, on: layer)
    return try finds(layer, where: condition, values, query)
  }

  /// The rows in the order of their numbers.
  private func finds(fids: Set<UInt32>, _ query: EventQuery) throws -> [NearFind] {
    try lists(fids.sorted()).flatMap { try finds(Schema.events, where: connection.dialect.rowIn, [$0], query) }
  }

  /// What is there and wanted: of every event only what a search needs stays in memory.
  func finds(_ layer: Layer, where condition: String, _ values: [SQLValue], _ query: EventQuery) throws -> [NearFind] {
    var found: [NearFind] = []
    let number = Schema.eventLayers.firstIndex { $0.name == layer.name } ?? 0
    guard query.isEmpty else {
      try eachFeature(layer, where: condition, values) { fid, feature in
        guard query.accepts(feature), let candidate = feature.nearCandidate else { return }
        found.append(NearFind(candidate: candidate, layer: number, row: fid))
      }
      return found
    }
    let dialect = connection.dialect
    let sql = "SELECT fid, \(dialect.geometryOut), id, radius_m FROM \(layer.name)"
    try connection.each(sql + (condition.isEmpty ? "" : " WHERE \(condition)") + " ORDER BY fid", values) { row in
      guard let fid = row[0].int, let shape = dialect.decode(row[1]).flatMap({ WellKnownBinary.shape($0) }) else {
        return
      }
      let radius = row[3].double.map { Meters($0) }
      let candidate = NearCandidate(id: row[2].text ?? "", shape: shape.plain, radius: radius)
      found.append(NearFind(candidate: candidate, layer: number, row: fid))
    }
    return found
  }

  /// The events of these rows, by their numbers.
  func features(_ layer: Layer, fids: [Int]) throws -> [Int: Feature] {
    var features: [Int: Feature] = [:]
    for list in lists(fids) {
      try eachFeature(layer, where: connection.dialect.rowIn, [list]) { features[$0] = $1 }
    }
    return features
  }

  /// Numbers as parameters, 500 at a time.
  private func lists(_ numbers: [some FixedWidthInteger]) -> [SQLValue] {
    stride(from: 0, to: numbers.count, by: 500).map { start in
      .text(connection.dialect.list(numbers[start..<min(start + 500, numbers.count)].map { "\($0)" }))
    }
  }
}

extension Feature {
  /// What a search needs of it; nil without a place.
  public var nearCandidate: NearCandidate? {
    geometry.map {
      NearCandidate(id: idText, shape: $0, radius: properties["radius_m"]?.doubleValue.map { Meters($0) })
    }
  }

  /// Its id as text, from the feature or its properties.
  var idText: String {
    switch id ?? properties["id"] {
    case .string(let text): text
    case .int(let number): "\(number)"
    default: ""
    }
  }
}
