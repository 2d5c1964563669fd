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

  /// Reads a boundary file. What the reader can repair is no fault; a lost feature is, and so is one that is no unit.
  static func read(_ path: String) throws(GazetteerError) -> [BoundarySource] {
    let file: MappedFile
    do { file = try MappedFile(path) } catch { throw .file(error) }
    let reading: GeoJSONReading
    do { reading = try GeoJSONReader.read(file) } catch { throw .boundary(error) }
    if let fault = reading.faults(from: .lost).first { throw .boundary(.refused(fault)) }
    var found: [BoundarySource] = []
    for (number, feature) in reading.collection.features.enumerated() {
      found.append(try BoundarySource(feature, number: number + 1, file: path))
    }
    return found
  }

  private init(_ feature: Feature, number: Int, file: String) throws(GazetteerError) {
    func fault(_ problem: String) -> GazetteerError {
      .source(file: file, line: nil, problem: "feature \(number) \(problem)")
    }
    guard let id = feature.properties["id"]?.stringValue else { throw fault("has no property id: give the place's id") }
    guard let name = feature.properties["name"]?.stringValue else { throw fault("(\(id)) has no property name") }
    let text = feature.properties["kind"]?.stringValue ?? ""
    guard let kind = PlaceKind(rawValue: text) else { throw fault("(\(id)) has no kind of kinds.tsv (\"\(text)\")") }
    guard let polygons = feature.geometry?.polygons, !polygons.isEmpty else { throw fault("(\(id)) has no polygon") }
    self.id = id
    self.name = name
    self.kind = kind
    country = feature.properties["country"]?.stringValue
    self.polygons = polygons
  }
}
