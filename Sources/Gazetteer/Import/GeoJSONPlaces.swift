import Formats
import Geometry

/// Reads the points of a GeoJSON file; their properties are called as the columns of a table.
struct GeoJSONPlaces {
  private let file: ImportFile
  private let kinds: FeatureKinds

  init(_ file: ImportFile, _ kinds: FeatureKinds) {
    self.file = file
    self.kinds = kinds
  }

  /// Calls `take` with each place, `fault` with each feature that is none.
  func read(take: (PlaceSource, Int?) -> Void, fault: (Int?, String) -> Void) {
    let reading: GeoJSONReading
    do throws(GeoJSONError) { reading = try GeoJSONReader.read(file.mapped) } catch {
      return fault(nil, "\(error)")
    }
    for lost in reading.faults(from: .lost) { fault(lost.line, Self.sentence(lost)) }
    for (feature, origin) in zip(reading.collection.features, reading.origins) {
      do throws(RowFault) { take(try place(feature), origin.line) } catch {
        fault(origin.line, "feature \(origin.number): \(error.sentence)")
      }
    }
  }

  private func place(_ feature: Feature) throws(RowFault) -> PlaceSource {
    guard case .point(let point)? = feature.geometry else {
      throw RowFault("not a point; a place is imported as one point")
    }
    var place = PlaceSource()
    guard let name = text(feature, "name") else { throw RowFault("name is empty; give each point a property name") }
    place.name = name
    place.point = try RowFault.point(lat: point.lat, lon: point.lon)
    place.id = text(feature, "id") ?? Self.text(feature.id) ?? ""
    place.population = text(feature, "population").flatMap(Double.init).flatMap { $0 >= 1 && $0 < 1e12 ? Int($0) : nil }
    place.country = text(feature, "country").flatMap { $0.utf8.count == 2 ? $0.uppercased() : nil }
    place.kind = kinds.kind(
      text(feature, "kind") ?? text(feature, "feature_code"), population: place.population, country: place.country)
    (place.admin1, place.admin2) = (text(feature, "admin1"), text(feature, "admin2"))
    place.source = text(feature, "source")
    let arabic = CleanText.names(text(feature, "arabic_name"), partedBy: "|")
    place.arabicName = arabic.first
    place.otherNames =
      CleanText.names(text(feature, "alternate_names") ?? text(feature, "other_names"), partedBy: "|")
      + arabic.dropFirst()
    place.demonyms = CleanText.names(text(feature, "demonyms"), partedBy: "|")
    return place
  }

  private func text(_ feature: Feature, _ property: String) -> String? { Self.text(feature.properties[property]) }

  private static func text(_ value: JSONValue?) -> String? {
    let text: String
    switch value {
    case .string(let string): text = CleanText.name(string)
    case .int(let number): text = String(number)
    case .double(let number): text = String(number)
    default: return nil
    }
    return text.isEmpty ? nil : text
  }

  /// The fault's sentence without the file and the line.
  private static func sentence(_ fault: GeoJSONFault) -> String {
    let head = "\(fault.file):\(fault.line): "
    return fault.description.hasPrefix(head) ? String(fault.description.dropFirst(head.count)) : fault.description
  }
}
