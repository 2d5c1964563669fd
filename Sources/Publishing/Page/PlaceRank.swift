import Formats
import Geometry

/// Which settlements a map of some extent labels, and at which zoom: rank 0 first, 5 last.
enum PlaceRank {
  /// Labels a page carries at most; the least important go first.
  static let most = 1500

  /// `[name, lon, lat, rank]` of the settlements, with "country" or "abroad" behind it for those, in view, the most important first.
  static func labels(_ places: [Feature], in view: BoundingBox, homes: Set<String>) -> [JSONValue] {
    let ranked = places.compactMap { label($0, in: view, homes: homes) }.enumerated()
      .sorted { ($0.element.rank, -$0.element.people, $0.offset) < ($1.element.rank, -$1.element.people, $1.offset) }
    return ranked.prefix(most).map(\.element.value)
  }

  private static func label(_ place: Feature, in view: BoundingBox, homes: Set<String>) -> (
    rank: Int, people: Int, value: JSONValue
  )? {
    guard case .point(let point)? = place.geometry, view.contains(point),
      let name = place.properties["name"]?.stringValue
    else { return nil }
    let people = place.properties["population"]?.intValue ?? 0
    let kind = place.properties["kind"]?.stringValue
    guard var rank = rank(kind: kind, people: people) else { return nil }
    // Abroad, towns are but bearings: they come later and stand back.
    let isAbroad = place.properties["country"]?.stringValue.map { !homes.isEmpty && !homes.contains($0) } ?? false
    if isAbroad, kind != "country" { rank = min(5, rank + 1) }
    var label: [JSONValue] = [.string(name), .double(rounded(point.lon)), .double(rounded(point.lat)), .int(rank)]
    if kind == "country" { label.append("country") } else if isAbroad { label.append("abroad") }
    return (rank, people, .array(label))
  }

  static func rank(kind: String?, people: Int) -> Int? {
    switch (kind, people) {
    case ("city", 1_000_000...), ("country", _): 0
    case ("city", 200_000...): 1
    case ("city", _), ("town", 50_000...): 2
    case ("town", _): 3
    case ("village", 5000...): 4
    case ("village", _): 5
    default: nil
    }
  }

  /// Four decimals, about ten meters: enough for a label.
  static func rounded(_ degrees: Double) -> Double { (degrees * 10_000).rounded() / 10_000 }
}
