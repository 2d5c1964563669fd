import EventStore
import Formats
import Geodesy
import Geometry
import TestSupport
import Testing
import Topology

/// Ways between lines and areas, of which most edges are never measured, held against measuring all of them.
@Suite struct `The way to a shape` {
  private func shape(_ random: inout Random) throws -> Shape {
    let center = at(random.number(35...38), random.number(34...37))
    if random.below(3) == 0 {
      return .lineString(
        try LineString(
          (0..<12).map { _ in at(center.lon + random.number(-0.3...0.3), center.lat + random.number(-0.3...0.3)) }))
    }
    let corners = (0..<40).map { corner in
      Ellipsoid.direct(
        from: center, azimuth: 360 - Double(corner) * 9, distance: Meters(random.number(8000...25_000)))
    }
    return .polygon(Polygon(exterior: try Ring(closing: corners)))
  }

  private func paths(_ shape: Shape) throws -> [LineString] {
    try shape.lines + shape.polygons.flatMap(\.rings).map { try LineString($0.coordinates) }
  }

  private func plain(_ one: Shape, _ other: Shape) throws -> Double {
    if case (.point(let start), .point(let end)) = (one, other) { return Ellipsoid.distance(start, end).rawValue }
    if try Engine().intersects(one, other) { return 0 }
    let ways =
      try one.coordinates.flatMap { point in try paths(other).map { Ellipsoid.distance(from: point, to: $0).distance } }
      + other.coordinates.flatMap { point in try paths(one).map { Ellipsoid.distance(from: point, to: $0).distance } }
    return ways.map(\.rawValue).min() ?? .infinity
  }

  @Test func `leaving out what is surely further changes no distance`() throws {
    var random = Random(seed: 43)
    let shapes = try (0..<25).map { _ in try shape(&random) }
    let features = shapes.enumerated().map { Feature(id: .int($0.offset), geometry: $0.element) }
    for index in 0..<6 {
      let point = at(random.number(34...39), random.number(33...38))
      let center: NearCenter =
        switch index % 3 {
        case 0: .point(point)
        case 1: .line(try LineString((0..<9).map { _ in at(random.number(34...39), random.number(33...38)) }))
        default: .shape(try shape(&random))
        }
      let around: Shape =
        switch center {
        case .point(let point): .point(point)
        case .line(let line): .lineString(line)
        case .shape(let shape): shape
        }
      for found in try NearEvent.search(features, center, within: Meters(150_000)) {
        let other = shapes[found.hit.index]
        var expected = try plain(around, other)
        if case .point(let point) = center, try !Engine().intersects(around, other) {
          expected = try paths(other).map { Ellipsoid.distance(from: point, to: $0).distance.rawValue }.min() ?? -1
        }
        #expect(abs(found.hit.distance.rawValue - expected) < 0.002)
        let furthest = try other.coordinates.map { try plain(.point($0), around) }.max() ?? 0
        #expect(found.hit.within == (furthest <= 150_000 ? .certain : .possible))
      }
    }
  }
}
