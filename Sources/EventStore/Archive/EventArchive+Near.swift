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
  ) throws(NearError) -> [NearEvent] {
    let placed = features.filter { $0.geometry != nil }
    let search = NearSearch(placed.compactMap(\.nearCandidate))
    return try search.near(center, within: limit, nearest: count).map {
      NearEvent(feature: placed[$0.index], hit: $0)
    }
  }
}

extension EventArchive {
  /// What is within the limit for certain or possibly, or the so many nearest, or both, among the events that are asked
  /// for; nearest first.
  public func near(
    _ center: NearCenter, within limit: Meters? = nil, nearest count: Int? = nil, _ query: EventQuery = EventQuery()
  ) throws(StoreError) -> [NearEvent] {
    try guarded {
      _ = try NearSearch.check(center, limit, count)
      let points = try nearPoints(center, limit?.rawValue, count, query)
      let others = try Schema.eventLayers.dropFirst().flatMap { layer in
        try features(layer, asked: query)
      }
      return try NearEvent.search(points + others, center, within: limit, nearest: count)
    }
  }

  private func features(_ layer: Layer, asked query: EventQuery) throws -> [Feature] {
    let (condition, values) = condition(query)
    return try features(layer, where: condition, values).filter { query.accepts($0) }
  }

  /// Events with a point that may be part of the answer.
  private func nearPoints(_ center: NearCenter, _ limit: Double?, _ count: Int?, _ query: EventQuery) throws
    -> [Feature]
  {
    if let limit { return try rows(within: limit, of: center).filter(query.accepts) }
    guard let count else { return try features(Schema.events, asked: query) }
    return try nearest(count, to: center, query)
  }

  private func rows(within limit: Double, of center: NearCenter) throws -> [Feature] {
    guard connection is SQLiteConnection else { return try serverRows(within: limit, of: center) }
    let cache = try nearTree()
    let finder = NearFinder(tree: cache.tree, others: [])
    // What a chord does not decide is taken along: the features are measured.
    return try features(fids: Set(finder.points(within: limit, of: center, nil)).union(cache.changed))
  }

  /// Ever wider rings, until enough of what lies inside is wanted.
  private func nearest(_ count: Int, to center: NearCenter, _ query: EventQuery) throws -> [Feature] {
    var limit = 5000.0
    while limit < 30_000_000 {
      let found = try rows(within: limit, of: center).filter(query.accepts)
      let near = found.count { feature in
        guard let shape = feature.geometry, let way = ShapeWay.from(center, to: shape) else { return false }
        return way.distance <= limit
      }
      if near >= count { return found }
      limit *= 3
    }
    return try features(Schema.events, asked: query)
  }

  /// The rows in the order of their numbers.
  private func features(fids: Set<UInt32>) throws -> [Feature] {
    var features: [Feature] = []
    let sorted = fids.sorted()
    for start in stride(from: 0, to: sorted.count, by: 500) {
      let part = sorted[start..<min(start + 500, sorted.count)]
      let list = part.map { "\($0)" }.joined(separator: ",")
      features += try self.features(Schema.events, where: "fid IN (\(list))")
    }
    return features
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
