public import Geometry
import Records

extension PlaceIndex {
  /// The units of administration that the point lies in, by the boundaries.
  ///
  /// A first-level unit is a governorate or a province; a later file's boundary comes before an earlier one's.
  public func units(at point: Coordinate) -> AdminUnits {
    var units = AdminUnits()
    for found in boundaries(at: point) {
      units.country = units.country ?? found.country
      switch found.kind {
      case .governorate, .province: units.admin1 = units.admin1 ?? found.name
      case .district: units.admin2 = units.admin2 ?? found.name
      default: break
      }
    }
    return units
  }

  /// The boundary of a unit by its place id or its name; nil when none is known.
  ///
  /// For example: `boundary(of: "geonames:169387")`, `boundary(of: "Idlib")`.
  public func boundary(of unit: String) -> Shape? {
    let folded = NameFold.fold(unit)
    let all = allBoundaries
    let found = all.last { $0.id == unit } ?? all.last { NameFold.fold($0.name) == folded }
    return found?.shape
  }

  /// The ids, names and kinds of all units with a boundary.
  var allBoundaries: [BoundaryRecord] {
    layers.flatMap { layer in
      (0..<layer.file[.boundaries].count / IndexFormat.Boundary.size).map {
        BoundaryRecord(file: layer.file, number: $0)
      }
    }
  }

  /// The units that hold the point, those of later files first.
  func boundaries(at point: Coordinate) -> [BoundaryRecord] {
    guard point.isFinite else { return [] }
    return allBoundaries.reversed().filter { $0.box.contains(point) && $0.holds(point) }
  }
}

/// A unit's boundary in its file.
struct BoundaryRecord {
  let file: IndexFile
  let number: Int

  private var base: Int { number * IndexFormat.Boundary.size }
  private var window: Window { file[.boundaries] }

  var id: String { file.string(window.u32(base + IndexFormat.Boundary.id)) }
  var name: String { file.string(window.u32(base + IndexFormat.Boundary.name)) }

  var kind: PlaceKind {
    let row = Int(window.u8(base + IndexFormat.Boundary.kind))
    return row < file.kinds.count ? file.kinds[row].kind : .other
  }

  var country: String? {
    let first = window.u8(base + IndexFormat.Boundary.country)
    let second = window.u8(base + IndexFormat.Boundary.country + 1)
    return first == 0 ? nil : String(decoding: [first, second], as: UTF8.self)
  }

  var box: BoundingBox {
    BoundingBox(
      west: window.double(base + IndexFormat.Boundary.west), south: window.double(base + IndexFormat.Boundary.south),
      east: window.double(base + IndexFormat.Boundary.east), north: window.double(base + IndexFormat.Boundary.north))
  }

  /// First coordinate, number of coordinates and whether it is a hole, for each ring.
  private var rings: [(first: Int, count: Int, isHole: Bool)] {
    let first = Int(window.u32(base + IndexFormat.Boundary.firstRing))
    let rings = file[.rings]
    // A damaged count cannot ask for more than the section holds.
    let count = min(Int(window.u32(base + IndexFormat.Boundary.ringCount)), rings.count / IndexFormat.Ring.size)
    return (first..<first + count).map { number in
      let ring = number * IndexFormat.Ring.size
      return (
        Int(rings.u32(ring + IndexFormat.Ring.first)), Int(rings.u32(ring + IndexFormat.Ring.count)),
        rings.u32(ring + IndexFormat.Ring.hole) != 0
      )
    }
  }

  /// Whether the unit holds the point: the number of edges that a ray to the east crosses, holes included, is odd.
  /// The edges are straight in longitude and latitude, as RFC 7946 has them.
  func holds(_ point: Coordinate) -> Bool {
    var inside = false
    for ring in rings {
      let positions = file.coordinates(ring.first, ring.count)
      guard var last = positions.last else { continue }
      for position in positions {
        if (position.lat > point.lat) != (last.lat > point.lat) {
          let share = (point.lat - position.lat) / (last.lat - position.lat)
          if point.lon < position.lon + share * (last.lon - position.lon) { inside.toggle() }
        }
        last = position
      }
    }
    return inside
  }

  /// The boundary as a value; nil when the file is damaged there.
  var shape: Shape? {
    var polygons: [(exterior: Ring, holes: [Ring])] = []
    for ring in rings {
      guard let value = try? Ring(Array(file.coordinates(ring.first, ring.count))) else { return nil }
      if ring.isHole, !polygons.isEmpty {
        polygons[polygons.count - 1].holes.append(value)
      } else {
        polygons.append((value, []))
      }
    }
    let values = polygons.map { Polygon(exterior: $0.exterior, holes: $0.holes) }
    return values.count == 1 ? .polygon(values[0]) : values.isEmpty ? nil : .multiPolygon(MultiPolygon(values))
  }
}
