public import Geodesy
import Geometry

/// Candidates ready to be asked what is near.
///
/// For example: `try NearSearch(events).near(.point(saraqib), within: Meters(kilometers: 30))`.
public struct NearSearch: Sendable {
  private let candidates: [NearCandidate]
  private let finder: NearFinder

  /// Positions of candidates that cannot be found: without a position, or with one that is not on the earth.
  public let unplaced: [Int]

  /// A search over these candidates.
  public init(_ candidates: [NearCandidate]) {
    self.candidates = candidates
    let entries = NearEntries()
    var others: [(index: Int, band: LatitudeBand, radius: Double)] = []
    var unplaced: [Int] = []
    for (index, candidate) in candidates.enumerated() {
      let radius = max(0, candidate.radius?.rawValue ?? 0)
      if case .point(let point) = candidate.shape, NearIndex.isPlaced(point), radius.isFinite {
        entries.append(point, radius: radius, item: UInt32(index))
      } else if let band = LatitudeBand(candidate.shape) {
        others.append((index, band, radius))
      } else {
        unplaced.append(index)
      }
    }
    self.unplaced = unplaced
    finder = NearFinder(tree: NearTree.build(entries), others: others)
  }

  /// What is within the limit for certain or possibly, or the so many nearest, or both; nearest first, equally near ones
  /// in the order of the list. Without a limit and a number, everything.
  ///
  /// - Parameter isWanted: which candidates count, by their positions in the list.
  public func near(
    _ center: NearCenter, within limit: Meters? = nil, nearest count: Int? = nil,
    where isWanted: (Int) -> Bool = { _ in true }
  ) throws(NearError) -> [NearHit] {
    let place = try Self.check(center, limit, count)
    let ground = NearGround(center)
    let points = points(center, limit, count, isWanted).compactMap { hit(Int($0), center, ground, limit) }
    let reachable = finder.others(within: limit?.rawValue, of: place).filter { isWanted($0.index) }
    guard let count else { return sorted(points + reachable.compactMap { hit($0.index, center, ground, limit) }) }
    return nearest(count, points, reachable.sorted { $0.gap < $1.gap }) { hit($0, center, ground, limit) }
  }

  private func points(_ center: NearCenter, _ limit: Meters?, _ count: Int?, _ isWanted: (Int) -> Bool) -> [UInt32] {
    func wanted(_ item: UInt32) -> Bool { isWanted(Int(item)) }
    switch (limit, count) {
    case (let limit?, _): return finder.points(within: limit.rawValue, of: center, point).filter(wanted)
    case (nil, let count?): return finder.points(nearest: count, to: center, isWanted: wanted, point)
    case (nil, nil): return finder.allPoints.filter(wanted)
    }
  }

  private func point(_ item: UInt32) -> Coordinate {
    guard case .point(let point) = candidates[Int(item)].shape else { return Coordinate(lon: 0, lat: 0) }
    return point
  }

  /// The nearest, from shapes in the order of their least possible distance: once that exceeds the worst hit kept, no
  /// later one can be nearer.
  private func nearest(
    _ count: Int, _ points: [NearHit], _ reachable: [(index: Int, gap: Double)], _ hit: (Int) -> NearHit?
  ) -> [NearHit] {
    var hits = Array(sorted(points).prefix(count))
    var worst = hits.count == count ? hits[count - 1].distance.rawValue : .infinity
    for (index, gap) in reachable {
      if gap > worst { break }
      guard let hit = hit(index), hit.distance.rawValue <= worst else { continue }
      hits.append(hit)
      // Twice as many as wanted: time to forget the further half.
      guard hits.count / 2 >= count else { continue }
      hits = Array(sorted(hits).prefix(count))
      worst = hits[count - 1].distance.rawValue
    }
    return Array(sorted(hits).prefix(count))
  }

  private func sorted(_ hits: [NearHit]) -> [NearHit] {
    hits.sorted { ($0.distance.rawValue, $0.index) < ($1.distance.rawValue, $1.index) }
  }

  private func hit(_ index: Int, _ center: NearCenter, _ ground: NearGround, _ limit: Meters?) -> NearHit? {
    let candidate = candidates[index]
    guard let way = ground.way(to: candidate.shape) else { return nil }
    let within = limit.map { nearness(of: candidate, way, center, $0.rawValue) }
    if case .some(nil) = within { return nil }
    return NearHit(
      id: candidate.id, index: index, distance: Meters(way.distance), azimuth: way.azimuth, within: within ?? nil)
  }

  /// Certain when the far side of the radius, and the far end of an area, is within the limit; possible when the near
  /// side is.
  private func nearness(of candidate: NearCandidate, _ way: ShapeWay, _ center: NearCenter, _ limit: Double)
    -> Nearness?
  {
    let radius = max(0, candidate.radius?.rawValue ?? 0)
    guard way.distance - radius <= limit else { return nil }
    guard way.distance + radius <= limit else { return .possible }
    if case .point = candidate.shape { return .certain }
    return ShapeWay.holds(center, candidate.shape, within: limit) ? .certain : .possible
  }

  /// Refuses what is no question; the latitudes of the center.
  static func check(_ center: NearCenter, _ limit: Meters?, _ count: Int?) throws(NearError) -> LatitudeBand {
    if let limit, !(limit.rawValue >= 0) { throw .limit(limit.rawValue) }
    if let count, count < 1 { throw .count(count) }
    let shape = center.shape
    if let stray = shape.coordinates.first(where: { !$0.isOnEarth }) { throw .offEarth(stray) }
    guard let band = LatitudeBand(shape) else { throw .nowhere }
    return band
  }
}
