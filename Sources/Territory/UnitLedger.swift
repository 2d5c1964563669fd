import Gazetteer
import Geodesy
import Geometry
import Records
import Topology

/// Measures ground in units of administration.
final class UnitLedger {
  private(set) var units: [AdminUnit] = []
  private var regions: [PreparedRegion] = []
  private var boxes: [BoundingBox] = []
  /// The area of each unit in square kilometers.
  private(set) var areas: [Double] = []
  private let engine = Engine()

  /// Takes up further units.
  func add(_ found: [AdminUnit]) throws(TopologyError) {
    for unit in found where !units.contains(where: { $0.id == unit.id }) {
      guard let box = unit.shape.boundingBox else { continue }
      regions.append(try PreparedRegion(unit.shape, engine: engine))
      units.append(unit)
      boxes.append(box)
      areas.append(Ellipsoid.area(of: unit.shape).squareKilometers)
    }
  }

  /// The square kilometers of the polygons in each unit.
  func shares(of polygons: [Polygon]) throws(TopologyError) -> [Double] {
    var shares = [Double](repeating: 0, count: units.count)
    for polygon in polygons {
      guard let box = Shape.polygon(polygon).boundingBox else { continue }
      for unit in units.indices where boxes[unit].intersects(box) {
        shares[unit] += try area(of: polygon, box, in: unit)
      }
    }
    return shares
  }

  private func area(of polygon: Polygon, _ box: BoundingBox, in unit: Int) throws(TopologyError) -> Double {
    switch try regions[unit].position(of: box) {
    case .outside: 0
    case .inside: Ellipsoid.area(of: polygon).squareKilometers
    case .across:
      Ellipsoid.area(of: try engine.intersection(.polygon(polygon), units[unit].shape)).squareKilometers
    }
  }
}
