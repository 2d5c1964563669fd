import Formats
import Geometry
import Records

extension PageData {
  /// The member `ground`: layers thinned to what the page can show.
  func writeGround(_ writer: inout JSONWriter) {
    let thinning = Thinning(around: Ground.extent(of: findings) ?? control?.extent)
    writer.key("ground")
    writer.object {
      ground.writeLayers(thinning, &$0)
      $0.member("places", .array(PlaceRank.labels(ground.places, in: thinning.view, homes: homeCodes)))
    }
  }

  static func labels(_ feature: Feature) -> JSONObject {
    ["name": feature.properties["name"] ?? .null, "country": feature.properties["country"] ?? .null]
  }

  /// Four decimals, about ten meters.
  static func coarse(_ shape: Shape) -> Shape {
    func round(_ points: [Coordinate]) -> [Coordinate] {
      points.map { Coordinate(lon: PlaceRank.rounded($0.lon), lat: PlaceRank.rounded($0.lat)) }
    }
    func ring(_ ring: Ring) -> Ring { (try? Ring(round(ring.coordinates))) ?? ring }
    switch shape {
    case .multiLineString(let lines):
      return .multiLineString(lines.map { (try? LineString(round($0.coordinates))) ?? $0 })
    case .multiPolygon(let areas):
      return .multiPolygon(
        MultiPolygon(areas.polygons.map { Polygon(exterior: ring($0.exterior), holes: $0.holes.map(ring)) }))
    default: return shape
    }
  }
}

extension Ground {
  /// The members `countries`, `regions` and `roads`: layers thinned to what a page can show.
  func writeLayers(_ thinning: Thinning, _ writer: inout JSONWriter) {
    for (name, features) in [("countries", countries), ("regions", regions), ("roads", roads)] {
      writer.key(name)
      writer.array {
        for feature in features.compactMap(thinning.thinned) {
          $0.breakLine()
          $0.object {
            $0.member("type", "Feature")
            $0.member("properties", .object(PageData.labels(feature)))
            $0.key("geometry")
            $0.geometry(feature.geometry.map(PageData.coarse))
          }
        }
      }
    }
  }
}
