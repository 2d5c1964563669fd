import Geodesy
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Hexagons of equal area, points up, on a cylindrical equal-area map that is true at the latitude of the events (to a
/// whole degree): there the cells are regular, and everywhere as large as each other.
struct HexGrid {
  private let width: Double
  private let parallel: Double
  private static let radius = 6_371_007.2

  init(_ latitudes: [Double], width: Double) {
    self.width = width
    let lats = latitudes.sorted()
    let middle = lats.isEmpty ? 0 : lats[lats.count / 2].rounded()
    parallel = max(-80, min(80, middle))
  }

  private var stretch: Double { cos(parallel * .pi / 180) }
  private var side: Double { width / 3.0.squareRoot() }

  /// The cell that holds the point: its name (`h` width in meters, column, row) and its hexagon.
  func cell(_ point: Coordinate) -> (name: String, shape: Shape) {
    let x = Self.radius * point.lon * .pi / 180 * stretch
    let y = Self.radius * sin(point.lat * .pi / 180) / stretch
    let (column, row) = Self.rounded((3.0.squareRoot() / 3 * x - y / 3) / side, 2.0 / 3 * y / side)
    return ("h\(Int(width.rounded()))_\(Int(parallel))_\(column)_\(row)", hexagon(column, row))
  }

  /// The nearest cell in axial coordinates.
  private static func rounded(_ q: Double, _ r: Double) -> (Int, Int) {
    var (x, z) = (q.rounded(), r.rounded())
    let y = (-q - r).rounded()
    let (dx, dy, dz) = (abs(x - q), abs(y + q + r), abs(z - r))
    if dx > dy, dx > dz { x = -y - z } else if dy <= dz { z = -x - y }
    return (Int(x), Int(z))
  }

  private func hexagon(_ column: Int, _ row: Int) -> Shape {
    let center = (x: width * (Double(column) + Double(row) / 2), y: side * 1.5 * Double(row))
    let corners = (0..<6).map { corner -> Coordinate in
      let angle = (Double(corner) * 60 + 30) * .pi / 180
      return place(center.x + side * cos(angle), center.y + side * sin(angle))
    }
    guard let ring = try? Ring(closing: corners) else { return .collection([]) }
    return .polygon(Polygon(exterior: ring))
  }

  private func place(_ x: Double, _ y: Double) -> Coordinate {
    let sine = max(-1, min(1, y * stretch / Self.radius))
    let lon = max(-180, min(180, x / stretch / Self.radius * 180 / .pi))
    return Coordinate(lon: lon, lat: asin(sine) * 180 / .pi)
  }
}
