import CGEOS
public import Geometry

extension Engine {
  /// For each site the part of the box that is nearer to it than to any other, in the order of the sites; equal sites
  /// share a cell. Nearness is planar: lay sites far from the equator on a local plane first.
  public func voronoi(_ sites: [Coordinate], within box: BoundingBox, grid: Double = degreeGrid) throws(TopologyError)
    -> [Shape]
  {
    if Set(sites).count < 2 { return sites.map { _ in .polygon(Polygon(box)) } }
    let cells = try cells(of: sites, box)
    let index = try RegionIndex(cells, engine: self)
    return try sites.map { site throws(TopologyError) in
      guard let cell = try index.holding(site).first else {
        throw .refused(operation: "find the cell of a site", reason: "\(site.lon),\(site.lat) lies in no cell")
      }
      return try clip(cells[cell], to: box, grid: grid)
    }
  }

  /// The lines that part the ground among sites, each once, from one meeting place of three sites to the next or on past
  /// the box. Equal sites are one. Nearness is planar.
  public func voronoiLines(_ sites: [Coordinate], within box: BoundingBox) throws(TopologyError) -> [LineString] {
    guard Set(sites).count > 1 else { return [] }
    var lines: [LineString] = []
    var known: Set<[Coordinate]> = []
    for ring in try cells(of: sites, box).flatMap(\.polygons).flatMap(\.rings) {
      for (from, to) in zip(ring.coordinates, ring.coordinates.dropFirst()) where from != to {
        let isAhead = (from.lon, from.lat) < (to.lon, to.lat)
        let ends = isAhead ? [from, to] : [to, from]
        if known.insert(ends).inserted, let line = try? LineString(ends) { lines.append(line) }
      }
    }
    return lines
  }

  private func cells(of sites: [Coordinate], _ box: BoundingBox) throws(TopologyError) -> [Shape] {
    let points = try geometry(.multiPoint(sites))
    let frame = try geometry(Polygon(box))
    let (one, other) = (points.borrowed, frame.borrowed)
    let diagram = try make("part the ground among sites") { GEOSVoronoiDiagram_r(context, one, other, 0, 0) }
    return try shape(diagram).polygons.map(Shape.polygon)
  }
}
