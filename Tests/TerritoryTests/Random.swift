import TestSupport
import Geodesy
import Geometry
import Records
import Territory

extension Random {
  /// A blob of about twenty kilometers with a ragged edge, a position every hundred meters as on published maps.
  mutating func blob(_ center: Coordinate) throws -> Shape {
    let rim = (0..<720).map { step in
      Ellipsoid.direct(from: center, azimuth: Double(step) / -2, distance: Meters(number(9900...10000)))
    }
    return .polygon(Polygon(exterior: try Ring(closing: rim)))
  }

  /// Two sides that may overlap each other and each consist of two blobs.
  mutating func map() throws -> ControlMap {
    let shapes: [(String?, Shape)] = try (0..<4).map { index in
      let center = Coordinate(lon: number(36...36.2), lat: number(35...35.2))
      return (index % 2 == 0 ? "A" : "B", try blob(center))
    }
    return try ControlMaps.read(collection(shapes), file: "random.geojson")
  }
}
