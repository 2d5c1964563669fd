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

  /// Reads a boundary file, one feature a unit. The first fault is thrown with the number of its feature.
  static func read(_ path: String) throws(GazetteerError) -> [BoundarySource] {
    let file: MappedFile
    do { file = try MappedFile(path) } catch { throw .file(error) }
    let json: JSONValue
    do { json = try JSONValue.parse(file) } catch {
      throw .source(file: path, line: error.line, problem: error.reason.sentence)
    }
    guard let features = json["features"]?.arrayValue else {
      throw .source(file: path, line: 1, problem: "no FeatureCollection: give one feature a unit")
    }
    var found: [BoundarySource] = []
    for (number, feature) in features.enumerated() {
      do { found.append(try BoundarySource(feature)) } catch {
        throw .source(file: path, line: 1, problem: "feature \(number + 1) \(error.problem)")
      }
    }
    return found
  }

  /// What is wrong with a feature.
  private struct Fault: Error { let problem: String }

  private init(_ feature: JSONValue) throws(Fault) {
    let properties = feature["properties"]
    guard let id = properties?["id"]?.stringValue else {
      throw Fault(problem: "has no property id: give the place's id")
    }
    guard let name = properties?["name"]?.stringValue else { throw Fault(problem: "(\(id)) has no property name") }
    let text = properties?["kind"]?.stringValue ?? ""
    guard let kind = PlaceKind(rawValue: text) else { throw Fault(problem: "(\(id)) has no known kind (\"\(text)\")") }
    self.id = id
    self.name = name
    self.kind = kind
    country = properties?["country"]?.stringValue
    polygons = try Self.polygons(feature["geometry"], id: id)
  }

  private static func polygons(_ geometry: JSONValue?, id: String) throws(Fault) -> [Polygon] {
    let coordinates = geometry?["coordinates"]?.arrayValue ?? []
    var polygons: [Polygon] = []
    switch geometry?["type"]?.stringValue {
    case "Polygon": polygons.append(try polygon(coordinates, id: id))
    case "MultiPolygon":
      for part in coordinates { polygons.append(try polygon(part.arrayValue ?? [], id: id)) }
    default: throw Fault(problem: "(\(id)) is no Polygon or MultiPolygon")
    }
    return polygons
  }

  private static func polygon(_ value: [JSONValue], id: String) throws(Fault) -> Polygon {
    var rings: [Ring] = []
    for (number, ring) in value.enumerated() {
      let positions = (ring.arrayValue ?? []).compactMap(position)
      do { rings.append(try Ring(positions)) } catch { throw Fault(problem: "(\(id)), ring \(number + 1): \(error)") }
    }
    guard let exterior = rings.first else { throw Fault(problem: "(\(id)) has a polygon without rings") }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  private static func position(_ value: JSONValue) -> Coordinate? {
    guard let pair = value.arrayValue, pair.count >= 2, let lon = pair[0].doubleValue, let lat = pair[1].doubleValue
    else { return nil }
    let point = Coordinate(lon: lon, lat: lat)
    return point.isOnEarth ? point : nil
  }
}
