public import Geodesy
import Geometry

/// Candidates ready to be asked what is near.
///
/// For example: `try NearSearch(events).near(.point(saraqib), within: Meters(kilometers: 30))`.
public struct NearSearch: Sendable {
  private let candidates: [NearCandidate]
  private let bands: [(index: Int, band: LatitudeBand)]

  /// Positions of candidates that cannot be found: without a position, or with one that is not on the earth.
  public let unplaced: [Int]

  /// A search over these candidates.
  public init(_ candidates: [NearCandidate]) {
    self.candidates = candidates
    var (bands, unplaced): ([(index: Int, band: LatitudeBand)], [Int]) = ([], [])
    for (index, candidate) in candidates.enumerated() {
      if let band = LatitudeBand(candidate.shape) { bands.append((index, band)) } else { unplaced.append(index) }
    }
    (self.bands, self.unplaced) = (bands, unplaced)
  }

  /// What is within the limit for certain or possibly, or the so many nearest, or both; nearest first, equally near ones
  /// in the order of the list. Without a limit and a number, everything.
  public func near(_ center: NearCenter, within limit: Meters? = nil, nearest count: Int? = nil) throws(NearError)
    -> [NearHit]
  {
    let place = try check(center, limit, count)
    let reachable = bands.map { (index: $0.index, gap: $0.band.gap(to: place)) }
      .filter { mayReach($0.index, $0.gap, limit) }
    guard let count else { return sorted(reachable.compactMap { hit($0.index, center, limit) }) }
    return nearest(count, of: reachable.sorted { $0.gap < $1.gap }, center, limit)
  }

  /// The nearest, from candidates in the order of their least possible distance: once that exceeds the worst hit kept, no
  /// later one can be nearer.
  private func nearest(_ count: Int, of reachable: [(index: Int, gap: Double)], _ center: NearCenter, _ limit: Meters?)
    -> [NearHit]
  {
    var (hits, worst): ([NearHit], Double) = ([], .infinity)
    for (index, gap) in reachable {
      if gap > worst { break }
      guard let hit = hit(index, center, limit), hit.distance.rawValue <= worst else { continue }
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

  private func hit(_ index: Int, _ center: NearCenter, _ limit: Meters?) -> NearHit? {
    let candidate = candidates[index]
    guard let way = ShapeWay.from(center, to: candidate.shape) else { return nil }
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
    return ShapeWay.furthest(from: center, in: candidate.shape) <= limit ? .certain : .possible
  }

  private func mayReach(_ index: Int, _ gap: Double, _ limit: Meters?) -> Bool {
    guard let limit else { return true }
    return gap - max(0, candidates[index].radius?.rawValue ?? 0) <= limit.rawValue
  }

  private func check(_ center: NearCenter, _ limit: Meters?, _ count: Int?) throws(NearError) -> LatitudeBand {
    if let limit, !(limit.rawValue >= 0) { throw .limit(limit.rawValue) }
    if let count, count < 1 { throw .count(count) }
    let shape: Shape =
      switch center {
      case .point(let point): .point(point)
      case .line(let line): .lineString(line)
      }
    if let stray = shape.coordinates.first(where: { !$0.isOnEarth }) { throw .offEarth(stray) }
    // A center on the earth has its latitudes.
    guard let band = LatitudeBand(shape) else { throw .offEarth(shape.coordinates[0]) }
    return band
  }
}
