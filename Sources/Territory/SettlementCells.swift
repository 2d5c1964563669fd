public import Geodesy
public import Geometry
import Topology

/// The ground that belongs to each of many settlements: whatever is nearest to it.
public enum SettlementCells {
  /// A mesh with a cell for each site, in their order, that covers the region; a site outside it has no ground.
  ///
  /// Nearness is planar, on a flat map round the middle of the region (`LocalPlane`), never in degrees. No cell crosses
  /// the lines: where they part the region, each part is shared out among its own sites alone (all sites, where it has
  /// none). Lines that end inside part nothing. All edges lie on the grid of 1e-7 degrees.
  ///
  /// Throws when the region has no area, a position is not on the earth, or no site is given.
  public static func mesh(sites: [Coordinate], region: Shape, lines: [LineString] = []) throws(TerritoryError)
    -> CellMesh
  {
    try Ground.check(region, "the region")
    for site in sites { try Ground.check(.point(site), "a settlement") }
    for line in lines { try Ground.check(.lineString(line), "a drawn line") }
    guard let box = region.boundingBox, !region.polygons.isEmpty else { throw .noArea("the region") }
    guard max(box.width, box.height) <= 30 else { throw .tooWide(max(box.width, box.height)) }
    guard !sites.isEmpty else { throw .noSettlements }
    return try onTopology { () throws(TopologyError) in
      try CellMaker(sites: sites, box: box).mesh(region, lines)
    }
  }

  /// The part of a region within so far of any of the sites: ground further off belongs to nobody.
  public static func reach(of sites: [Coordinate], within region: Shape, _ width: Meters) throws(TerritoryError)
    -> Shape
  {
    guard width.rawValue > 0, width.rawValue.isFinite else { throw .width(width.rawValue) }
    try Ground.check(region, "the region")
    guard let box = region.boundingBox else { throw .noArea("the region") }
    return try onTopology { () throws(TopologyError) in
      let engine = Engine()
      let plane = LocalPlane(center: box.center)
      let near = try engine.buffer(.multiPoint(sites.map(plane.flat)), width: width.rawValue)
      return Ground.area(try engine.intersection(plane.round(near), region).polygons)
    }
  }
}

/// The steps of parting a region.
private struct CellMaker {
  let sites: [Coordinate]
  let flat: [Coordinate]
  let plane: LocalPlane
  let engine = Engine()

  init(sites: [Coordinate], box: BoundingBox) {
    self.sites = sites
    plane = LocalPlane(center: box.center)
    flat = sites.map(plane.flat)
  }

  func mesh(_ region: Shape, _ lines: [LineString]) throws(TopologyError) -> CellMesh {
    let parts = try parts(of: region, lines)
    var edges: [LineString] = []
    for part in parts {
      edges += part.ground.rings.compactMap { try? LineString($0.coordinates) }
      let borders = try borders(of: part)
      // What reaches beyond the only part is dropped with the faces there; of several parts none may cut another.
      edges +=
        try parts.count == 1 ? borders : engine.intersection(.multiLineString(borders), .polygon(part.ground)).lines
    }
    // Noded all together, so that the parts too meet position by position.
    let faces = try engine.faces(of: edges, grid: Engine.degreeGrid)
    let index = try RegionIndex(parts.map { .polygon($0.ground) }, engine: engine)
    let nearest = parts.map { NearestSite($0.sites.map { (number: $0, place: flat[$0]) }) }
    var pieces: [(cell: Int, polygon: Polygon)] = []
    for face in faces {
      guard let inside = try place(in: face),
        let part = try index.holding(inside).first
      else { continue }
      pieces.append((nearest[part].find(plane.flat(inside)), face))
    }
    return CellMesh(pieces: pieces, count: sites.count)
  }

  private struct Part {
    let ground: Polygon
    let sites: [Int]
  }

  /// The region cut by the lines, each part with its sites.
  private func parts(of region: Shape, _ lines: [LineString]) throws(TopologyError) -> [Part] {
    let grounds = try lines.isEmpty ? engine.snapped(region).polygons : engine.split(region, by: lines)
    let index = try RegionIndex(grounds.map(Shape.polygon), engine: engine)
    var members = [[Int]](repeating: [], count: grounds.count)
    for (number, site) in sites.enumerated() {
      if let part = try index.holding(site).first { members[part].append(number) }
    }
    return zip(grounds, members).map { Part(ground: $0, sites: $1.isEmpty ? Array(sites.indices) : $1) }
  }

  /// A place inside a face: the mean of its corners where that lies in it, as in every convex one.
  private func place(in face: Polygon) throws(TopologyError) -> Coordinate? {
    let corners = face.exterior.coordinates.dropLast()
    let sum = corners.reduce((lon: 0.0, lat: 0.0)) { ($0.lon + $1.lon, $0.lat + $1.lat) }
    let mean = Coordinate(lon: sum.lon / Double(corners.count), lat: sum.lat / Double(corners.count))
    if face.holes.isEmpty, RingNesting.holds(face.exterior, mean) { return mean }
    return try engine.representativePoint(of: .polygon(face))
  }

  /// The lines between the sites of a part, as far as they come near it.
  private func borders(of part: Part) throws(TopologyError) -> [LineString] {
    let ground = Shape.polygon(part.ground)
    guard let flatBox = plane.flat(ground).boundingBox else { return [] }
    // The diagram's own frame must lie outside.
    let (wide, high) = (flatBox.width * 0.1, flatBox.height * 0.1)
    let box = BoundingBox(
      west: flatBox.west - wide, south: flatBox.south - high, east: flatBox.east + wide, north: flatBox.north + high)
    let lines = try engine.voronoiLines(part.sites.map { flat[$0] }, within: box).map { Shape.lineString($0) }
    return lines.flatMap { plane.round($0).lines }.filter { line in
      // Lines far outside would only be cut away, at a price.
      Shape.lineString(line).boundingBox.map { ground.boundingBox?.intersects($0) ?? false } ?? false
    }
  }
}

/// Finds the site nearest to a place on the plane.
private struct NearestSite {
  private let sites: [(number: Int, place: Coordinate)]

  init(_ sites: [(number: Int, place: Coordinate)]) {
    self.sites = sites.sorted { ($0.place.lon, $0.number) < ($1.place.lon, $1.number) }
  }

  /// The number of the nearest; of several as near the lowest.
  func find(_ place: Coordinate) -> Int {
    let start = sites.partition { $0.place.lon >= place.lon }
    var best = (distance: Double.infinity, number: Int.max)
    var (left, right) = (start - 1, start)
    while left >= 0 || right < sites.count {
      let toLeft = left >= 0 ? place.lon - sites[left].place.lon : .infinity
      let toRight = right < sites.count ? sites[right].place.lon - place.lon : .infinity
      if min(toLeft, toRight) > best.distance { break }
      let site = toLeft <= toRight ? sites[left] : sites[right]
      let found = (RoadRun.length(site.place, place), site.number)
      if found < best { best = found }
      if toLeft <= toRight { left -= 1 } else { right += 1 }
    }
    return best.number
  }
}

extension Array {
  /// The first index of a sorted array at which the test holds.
  fileprivate func partition(_ test: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
