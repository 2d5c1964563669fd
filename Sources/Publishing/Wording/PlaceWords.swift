import Records

/// Places as a sentence or a table names them.
enum PlaceWords {
  private static let sides: Set<String> = [
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west",
    "south-east", "south-west",
  ]

  /// "Kafr Amma", "near Damascus", "25 km west of Aleppo", "the west of Aleppo province".
  static func short(_ location: EventLocation) -> String {
    if location.basis == .area { return location.text }
    guard let relation = location.relation else { return location.place.name }
    let last = relation.split(separator: " ").last.map(String.init) ?? ""
    return sides.contains(last.lowercased())
      ? "\(relation) of \(location.place.name)" : "\(relation) \(location.place.name)"
  }

  /// The place with its preposition and first-level unit: "at Kafr Amma, Aleppo".
  static func phrase(_ location: EventLocation) -> String {
    let name = short(location)
    let lead = location.relation != nil && location.basis != .area ? "" : preposition(location)
    guard let admin1 = location.admin1, !name.contains(admin1) else { return lead + name }
    return "\(lead)\(name), \(admin1)"
  }

  private static func preposition(_ location: EventLocation) -> String {
    switch location.basis {
    case .area: return location.text.hasPrefix("in ") ? "" : "in "
    case .line: return "along "
    case .named, .relative: return location.place.kind.isArea || location.place.kind == .city ? "in " : "at "
    }
  }

  /// What ACLED's geo_precision means, in words.
  static func precision(_ location: EventLocation) -> String {
    switch location.geoPrecision {
    case 1: "place named"
    case 2: "near the named place"
    default: "somewhere in the area"
    }
  }
}
