import TestSupport
import Formats
import Foundation
import Geometry
import Testing

/// Positions from pairs of longitude and latitude.
func points(_ pairs: [(Double, Double)]) -> [Coordinate] { pairs.map { Coordinate(lon: $0.0, lat: $0.1) } }

/// A square ring, counterclockwise from its south-western corner.
func square(_ lon: Double, _ lat: Double, _ side: Double) throws -> Ring {
  try Ring(points([(lon, lat), (lon + side, lat), (lon + side, lat + side), (lon, lat + side), (lon, lat)]))
}

/// A reading of the text as the file `f.geojson`.
func read(_ text: String) throws -> GeoJSONReading { try GeoJSONReader.read(Array(text.utf8), path: "f.geojson") }

/// The sentences of what `validate` would tell of the text.
func faults(_ text: String) -> [String] {
  GeoJSONReader.faults(in: MappedFile(copying: Array(text.utf8), path: "f.geojson")).map(\.description)
}

/// A text of one feature with the geometry, on line 1.
func feature(_ geometry: String) -> String {
  #"{"type":"Feature","properties":{},"geometry":\#(geometry)}"#
}

/// A published file beside the repository; nil, and said so, where there is none.
func shared(_ name: String) -> String? {
  let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
  let folder =
    ProcessInfo.processInfo.environment["EVENTMAPPER_SHARED"]
    ?? repository.appendingPathComponent("../shared").standardizedFileURL.path
  let path = folder + "/" + name
  if FileManager.default.isReadableFile(atPath: path) { return path }
  print("SKIPPED: no \(name) beside the repository (EVENTMAPPER_SHARED)")
  return nil
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension Random {
  mutating func point() -> Coordinate {
    Coordinate(lon: Double.random(in: -180...180, using: &self), lat: Double.random(in: -90...90, using: &self))
  }

  /// A star round a center, either way round, sometimes as small as the grid.
  mutating func ring() throws -> Ring {
    let center = Coordinate(
      lon: Double.random(in: -170...170, using: &self), lat: Double.random(in: -80...80, using: &self))
    let size = [5, 0.1, 1e-5, 1e-7][below(4)]
    let rim = (0..<3 + below(8)).map { step in
      let angle = Double(step) * 0.5
      return Coordinate(lon: center.lon + size * cos(angle), lat: center.lat + size * sin(angle))
    }
    let ring = try Ring(closing: rim)
    return below(2) == 0 ? ring : ring.reversed
  }

  mutating func polygon() throws -> Polygon {
    Polygon(exterior: try ring(), holes: try (0..<below(3)).map { _ in try ring() })
  }

  mutating func shape(depth: Int = 0) throws -> Shape {
    switch below(depth > 2 ? 6 : 7) {
    case 0: .point(point())
    case 1: .multiPoint((0..<1 + below(4)).map { _ in point() })
    case 2: .lineString(try LineString((0..<2 + below(4)).map { _ in point() }))
    case 3: .multiLineString(try (0..<1 + below(3)).map { _ in try LineString([point(), point()]) })
    case 4: .polygon(try polygon())
    case 5: .multiPolygon(MultiPolygon(try (0..<1 + below(3)).map { _ in try polygon() }))
    default: .collection(try (0..<1 + below(3)).map { _ in try shape(depth: depth + 1) })
    }
  }

  mutating func collection() throws -> FeatureCollection {
    let features = try (0..<1 + below(12)).map { index in
      Feature(
        id: [nil, .string("é\(index)"), .int(index)][below(3)], geometry: below(6) == 0 ? nil : try shape(),
        properties: ["name": .string("إدلب \"\(index)\""), "n": .int(below(100)), "none": nil], members: ["note": "x"])
    }
    return FeatureCollection(features, members: ["generator": ["version": "1"]])
  }
}
