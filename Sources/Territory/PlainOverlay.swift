import Geodesy
import Geometry
import Records
import Topology

/// The ground between each pair of holders by one overlay each: the plain way, which the quick one must agree with.
struct PlainOverlay {
  let before: Holdings
  let after: Holdings
  let engine: Engine

  /// What each holder before and each after have in common, nobody being nil; nothing where they meet nowhere.
  func exchanges() throws(TopologyError) -> [Exchange] {
    var found: [Exchange] = []
    for from in before.sides.map(\.name) + [nil] {
      for to in after.sides.map(\.name) + [nil] where from != nil || to != nil {
        let polygons = try ground(from, to).polygons
        if !polygons.isEmpty { found.append(Exchange(from: from, to: to, polygons: polygons)) }
      }
    }
    return found
  }

  private func ground(_ from: String?, _ to: String?) throws(TopologyError) -> Shape {
    switch (from, to) {
    case (let from?, let to?): try engine.intersection(before.shape(of: from), after.shape(of: to))
    case (let from?, nil): try engine.difference(before.shape(of: from), whole(after))
    case (nil, let to?): try engine.difference(after.shape(of: to), whole(before))
    case (nil, nil): .collection([])
    }
  }

  private func whole(_ holdings: Holdings) throws(TopologyError) -> Shape {
    holdings.sides.count == 1 ? holdings.sides[0].shape : try engine.union(holdings.sides.map(\.shape))
  }
}

/// Ground that went from one holder to another, or stayed.
struct Exchange {
  let from: String?
  let to: String?
  let pieces: [MeasuredPiece]

  init(from: String?, to: String?, polygons: [Polygon]) {
    (self.from, self.to) = (from, to)
    pieces = polygons.map(MeasuredPiece.init)
  }

  /// The area of all pieces in square meters.
  var area: Double { MeasuredPiece.area(of: pieces).rawValue }
}

/// A polygon with its measures, which cost more than finding it.
struct MeasuredPiece {
  let polygon: Polygon
  let area: SquareMeters
  let perimeter: Meters

  init(_ polygon: Polygon) {
    self.polygon = polygon
    (area, perimeter) = Ellipsoid.areaAndPerimeter(of: polygon)
  }

  /// The area of several pieces, whatever their order.
  static func area(of pieces: [MeasuredPiece]) -> SquareMeters {
    var sum = LongSum()
    for piece in pieces { sum += piece.area.rawValue }
    return SquareMeters(sum.value)
  }
}
