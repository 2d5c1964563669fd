import Geodesy
import Geometry
import Records

/// Who holds what on one map, one shape a side.
struct Holdings {
  private(set) var sides: [(name: String, shape: Shape)] = []
  private var areas: [Double] = []

  /// A map's ground; when both maps show one side each and one does not name it, it has the other's name.
  init(_ map: ControlMap, beside other: ControlMap) {
    let (mine, theirs) = (Self.names(map), Self.names(other))
    let isSame = mine == [ControlArea.nameless] && theirs.count == 1
    for name in mine {
      let parts = map.areas.filter { $0.side == name && $0.status != .claimed }
      let polygons = parts.flatMap(\.shape.polygons)
      // One part has been measured when it was read.
      areas.append(
        parts.count == 1
          ? parts[0].areaKM2 : Ellipsoid.area(of: MultiPolygon(polygons)).squareKilometers)
      sides.append((isSame ? theirs[0] : name, .multiPolygon(MultiPolygon(polygons))))
    }
  }

  private static func names(_ map: ControlMap) -> [String] {
    // A claim is no ground until it is confirmed.
    map.areas.filter { $0.status != .claimed }.map(\.side).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  func shape(of side: String) -> Shape { sides.first { $0.name == side }?.shape ?? .multiPolygon(MultiPolygon([])) }

  /// What a side holds, in square kilometers.
  func area(of side: String) -> Double { sides.firstIndex { $0.name == side }.map { areas[$0] } ?? 0 }
}
