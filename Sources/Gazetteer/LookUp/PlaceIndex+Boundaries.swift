import Formats
public import Geometry
import Records

extension PlaceIndex {
  /// The units of administration that the point lies in, by the boundaries.
  ///
  /// A first-level unit is a governorate or a province; a later file's boundary comes before an earlier one's. A point
  /// that lies in no country, between two that do not quite meet or a little off a coast, belongs to the nearest unit
  /// within five kilometers.
  public func units(at point: Coordinate) -> AdminUnits { unitMemo.value(point) { readUnits(at: $0) } }

  private func readUnits(at point: Coordinate) -> AdminUnits {
    let found = boundaries(at: point)
    return AdminUnits(found.contains { $0.kind == .country } ? found : found + nearBoundaries(to: point))
  }

  /// The boundary of a unit by its place id or its name; nil when none is known.
  ///
  /// Of units of one name the largest is meant: Idlib is the governorate, not the district or subdistrict of its seat.
  /// For example: `boundary(of: "geonames:169387")`, `boundary(of: "Idlib")`.
  public func boundary(of unit: String) -> Shape? {
    let folded = NameFold.fold(unit)
    let all = allBoundaries
    if let found = all.last(where: { $0.id == unit }) { return found.shape }
    let named = all.filter { NameFold.fold($0.name) == folded }
    let level = named.map { BoundaryRecord.level(of: $0.kind) }.min()
    return named.last { BoundaryRecord.level(of: $0.kind) == level }?.shape
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
    guard point.isFinite, point.isOnEarth else { return [] }
    return layers.reversed().flatMap { layer in
      layer.file.boundaries(inCellOf: point).reversed().filter { $0.box.contains(point) && $0.holds(point) }
    }
  }
}

extension IndexFile {
  /// The boundaries whose boxes meet the point's cell of the grid, in the order of the file.
  func boundaries(inCellOf point: Coordinate) -> [BoundaryRecord] {
    let grid = self[.grid]
    let numbers = self[.gridBoundaries]
    let cell = UnitGrid.row(point.lat) * UnitGrid.columns + UnitGrid.column(point.lon)
    let first = Int(grid.u32(cell * 4))
    let end = min(Int(grid.u32(cell * 4 + 4)), numbers.count / 4)
    return (min(first, end)..<end).map { BoundaryRecord(file: self, number: Int(numbers.u32($0 * 4))) }
  }
}

extension AdminUnits {
  /// What the units say, the first of each level.
  fileprivate init(_ found: [BoundaryRecord]) {
    self.init()
    for unit in found {
      country = country ?? unit.country
      switch unit.kind {
      case .governorate, .province: admin1 = admin1 ?? unit.name
      case .district: admin2 = admin2 ?? unit.name
      case .subdistrict: admin3 = admin3 ?? unit.name
      default: break
      }
    }
  }
}

extension BoundaryRecord {
  /// How far down a unit stands: 0 is a country.
  static func level(of kind: PlaceKind) -> Int {
    switch kind {
    case .country: 0
    case .governorate, .province: 1
    case .district: 2
    default: 3
    }
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
  /// The edges are straight in longitude and latitude, as RFC 7946 has them; those of the point's strip are enough.
  func holds(_ point: Coordinate) -> Bool {
    var inside = false
    let box = box
    let strip = Strips(south: box.south, north: box.north, count: stripCount).number(point.lat)
    forEachEdge(strips: strip...strip) { last, position in
      guard (position.lat > point.lat) != (last.lat > point.lat) else { return }
      let share = (point.lat - position.lat) / (last.lat - position.lat)
      if point.lon < position.lon + share * (last.lon - position.lon) { inside.toggle() }
    }
    return inside
  }

  private var stripCount: Int { Int(window.u32(base + IndexFormat.Boundary.stripCount)) }

  /// Calls the body with the ends of each edge in the strips; one that meets several comes several times.
  func forEachEdge(strips range: ClosedRange<Int>, _ body: (Coordinate, Coordinate) -> Void) {
    let first = Int(window.u32(base + IndexFormat.Boundary.firstStrip))
    let strips = file[.strips]
    let edges = file[.stripEdges]
    let positions = file[.coordinates]
    let start = Int(strips.u32((first + range.lowerBound) * 4))
    let end = min(Int(strips.u32((first + range.upperBound + 1) * 4)), edges.count / 4)
    for edge in min(start, end)..<end {
      let offset = Int(edges.u32(edge * 4)) * IndexFormat.coordinateSize
      body(
        Coordinate(lon: positions.double(offset), lat: positions.double(offset + 8)),
        Coordinate(lon: positions.double(offset + 16), lat: positions.double(offset + 24)))
    }
  }

  /// The strips that a band of latitude meets; nil when it lies beside the box.
  func strips(_ south: Double, _ north: Double) -> ClosedRange<Int>? {
    let box = box
    guard south <= box.north, box.south <= north else { return nil }
    let strips = Strips(south: box.south, north: box.north, count: stripCount)
    return strips.number(south)...strips.number(north)
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
