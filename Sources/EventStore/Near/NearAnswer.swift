public import Geodesy
public import Geometry

/// What a search found: how near each event is, nearest first. The events of a store are read when they are asked for, so
/// that many take no more memory than few.
public struct NearAnswer {
  /// How near each is; `index` counts in the list that was searched.
  public private(set) var hits: [NearHit]
  private let finds: [NearFind]
  private let archive: EventArchive?

  init(
    _ finds: [NearFind], of archive: EventArchive?, _ center: NearCenter, within limit: Meters?, nearest count: Int?
  ) throws(NearError) {
    (self.finds, self.archive) = (finds, archive)
    hits = try NearSearch(finds.map(\.candidate)).near(center, within: limit, nearest: count)
  }

  /// The same search among features in memory.
  public init(
    _ features: [Feature], near center: NearCenter, within limit: Meters? = nil, nearest count: Int? = nil
  ) throws(NearError) {
    let finds = features.compactMap { feature in
      feature.nearCandidate.map { NearFind(candidate: $0, feature: feature) }
    }
    try self.init(finds, of: nil, center, within: limit, nearest: count)
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
  private static let batch = 250

  /// Hands on every event in turn.
  public func each(_ body: (NearEvent) throws -> Void) throws {
    for start in stride(from: 0, to: hits.count, by: Self.batch) {
      let part = hits[start..<min(start + Self.batch, hits.count)]
      let stored = try stored(part.map { finds[$0.index] })
      for hit in part {
        let find = finds[hit.index]
        // A row that another program took out meanwhile is no answer any more.
        if let feature = find.feature ?? stored[find.layer?.name ?? ""]?[find.fid] {
          try body(NearEvent(feature: feature, hit: hit))
        }
      }
    }
  }

  private func stored(_ finds: [NearFind]) throws -> [String: [Int: Feature]] {
    guard let archive else { return [:] }
    return try archive.guarded {
      var found: [String: [Int: Feature]] = [:]
      for layer in Schema.eventLayers {
        let fids = finds.filter { $0.layer?.name == layer.name }.map(\.fid)
        if !fids.isEmpty { found[layer.name] = try archive.features(layer, fids: fids) }
      }
      return found
    }
  }
}

/// Something that may be found, and where the whole of it is.
struct NearFind {
  let candidate: NearCandidate
  /// The feature itself, for one that is in memory.
  var feature: Feature?
  /// The row, for one that is in a store.
  var layer: Layer?
  var fid = 0

  var shape: Shape { candidate.shape }
}
