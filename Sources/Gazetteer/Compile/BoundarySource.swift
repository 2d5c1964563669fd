import Formats
import Geometry
import Records

/// The polygon of a unit, from `boundaries/*.geojson`.
struct BoundarySource: Sendable {
  let id: String
  let name: String
  let kind: PlaceKind
  let country: String?
  let polygons: [Polygon]

  static func read(_ path: String) throws(GazetteerError) -> [BoundarySource] { [] }
}
