public import Geodesy
public import Geometry

/// What a search found: how near each event is, nearest first. The events of a store are read when they are asked for, so
/// that many take no more memory than few.
public struct NearAnswer {
  /// How near each is; `index` counts in the list that was searched.
  public private(set) var hits: [NearHit]
  private let finds: [NearFind]
  /// The store or the features that were searched.
  private let archive: EventArchive?
  private let features: [Feature]

  init(
    _ finds: [NearFind], of archive: EventArchive?, among features: [Feature] = [], _ center: NearCenter,
    within limit: Meters?, nearest count: Int?
  ) throws(NearError) {
    (self.finds, self.archive, self.features) = (finds, archive, features)
    hits = try NearSearch(finds.map(\.candidate)).near(center, within: limit, nearest: count)
  }

  /// The same search among features in memory.
  public init(
    _ features: [Feature], near center: NearCenter, within limit: Meters? = nil, nearest count: Int? = nil
  ) throws(NearError) {
    let finds = features.enumerated().compactMap { row, feature in
      feature.nearCandidate.map { NearFind(candidate: $0, layer: -1, row: row) }
    }
    try self.init(finds, of: nil, among: features, center, within: limit, nearest: count)
  }

  /// Leaves out what is not wanted.
  public mutating func keep(where isWanted: (NearHit) -> Bool) { hits = hits.filter(isWanted) }

  /// Leaves out what is further than the first so many.
  public mutating func keep(first count: Int) { hits = Array(hits.prefix(count)) }

  /// The least box around all that was found; nil for nothing.
  public var extent: BoundingBox? {
    hits.reduce(nil) { box, hit in
      guard let next = finds[hit.index].candidate.shape.boundingBox else { return box }
      return box?.union(next) ?? next
    }
  }

  /// How many events of a store are in memory at once.
  private static let batch = 100

  /// Hands on every event in turn.
  public func each(_ body: (NearEvent) throws -> Void) throws {
    for start in stride(from: 0, to: hits.count, by: Self.batch) {
      let part = hits[start..<min(start + Self.batch, hits.count)]
      let stored = try stored(part.map { finds[$0.index] })
      for hit in part {
        let find = finds[hit.index]
        // A row that another program took out meanwhile is no answer any more.
        guard let feature = archive == nil ? features[find.row] : stored[find.layer]?[find.row] else { continue }
        try body(NearEvent(feature: feature, hit: hit))
      }
    }
  }

  /// The rows of each layer.
  private func stored(_ finds: [NearFind]) throws -> [Int: [Int: Feature]] {
    guard let archive else { return [:] }
    return try archive.guarded {
      var found: [Int: [Int: Feature]] = [:]
      for (number, layer) in Schema.eventLayers.enumerated() {
        let fids = finds.filter { $0.layer == number }.map(\.row)
        if !fids.isEmpty { found[number] = try archive.features(layer, fids: fids) }
      }
      return found
    }
  }
}

/// Something that may be found, and where the whole of it is: there may be very many, so no more than that.
struct NearFind {
  let candidate: NearCandidate
  /// The layer's position among those of events; -1 where features in memory are searched.
  let layer: Int
  /// The row's number, or the feature's position.
  let row: Int

  var shape: Shape { candidate.shape }
}
