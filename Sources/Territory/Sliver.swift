import Geodesy
import Geometry
import Records
import Topology

/// Judges pieces of changed ground.
struct PieceScale {
  /// Pieces of less mean width are slivers.
  let sliverWidth: Meters
  /// Pieces smaller than this are left out.
  let drop: SquareMeters?

  /// The pieces, largest first, with what was left out.
  func weigh(_ pieces: [MeasuredPiece]) -> (kept: [MeasuredPiece], dropped: PieceTotal) {
    var dropped = PieceTotal()
    var kept: [MeasuredPiece] = []
    for piece in pieces {
      if let drop, piece.area < drop {
        dropped = dropped + PieceTotal(count: 1, km2: piece.area.squareKilometers)
      } else {
        kept.append(piece)
      }
    }
    // Sorting in Swift is stable, so that equal pieces keep the order of the overlay.
    return (kept.sorted { $0.area > $1.area }, dropped)
  }

  /// The piece as it is told.
  func judge(_ piece: MeasuredPiece) -> ChangePiece {
    ChangePiece(polygon: piece.polygon, areaKM2: piece.area.squareKilometers, isSliver: isSliver(piece))
  }

  /// A band of width w and length l has the area wl and the perimeter 2l.
  private func isSliver(_ piece: MeasuredPiece) -> Bool {
    2 * piece.area.rawValue < sliverWidth.rawValue * piece.perimeter.rawValue
  }
}

extension PieceTotal {
  static func + (a: PieceTotal, b: PieceTotal) -> PieceTotal {
    PieceTotal(count: a.count + b.count, km2: a.km2 + b.km2)
  }
}

extension Engine {
  /// The area of a shape and the interval it lies in when each of its edges may run anywhere within `uncertainty` of
  /// where it is drawn: the shape shrunk and grown by so much.
  func estimate(_ shape: Shape, km2 area: Double, uncertainty: Meters?) throws(TopologyError) -> AreaEstimate {
    guard let uncertainty, uncertainty.rawValue > 0 else { return AreaEstimate(km2: area) }
    if area == 0 { return AreaEstimate(km2: 0, low: 0, high: 0) }
    let low = try resized(shape, by: uncertainty * -1)
    let high = try union(resized(shape, by: uncertainty))
    return AreaEstimate(
      km2: area, low: min(area, low.reduce(0) { $0 + Ellipsoid.area(of: $1).squareKilometers }),
      high: max(area, Ellipsoid.area(of: high).squareKilometers))
  }

  /// Each polygon grown or shrunk on its own plane.
  private func resized(_ shape: Shape, by width: Meters) throws(TopologyError) -> [Shape] {
    try shape.polygons.map { polygon throws(TopologyError) in
      let part = Shape.polygon(polygon)
      guard let box = part.boundingBox else { return part }
      let plane = LocalPlane(center: box.center)
      return plane.round(try buffer(plane.flat(part), width: width.rawValue, sides: 8))
    }
  }
}
