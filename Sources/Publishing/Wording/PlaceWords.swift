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
    guard let admin1 = location.admin1, !holds(name, admin1) else { return lead + name }
    return "\(lead)\(name), \(admin1)"
  }

  /// Whether a text contains another: by its bytes where both are plain, which is the same and takes a tenth of the time.
  private static func holds(_ text: String, _ part: String) -> Bool {
    var (text, part) = (text, part)
    let found = text.withUTF8 { text in
      part.withUTF8 { part -> Bool? in
        guard isPlain(text), isPlain(part), let first = part.first else { return nil }
        guard part.count <= text.count else { return false }
        return (0...text.count - part.count).contains {
          text[$0] == first && text[$0..<$0 + part.count].elementsEqual(part)
        }
      }
    }
    return found ?? text.contains(part)
  }

  /// Printable ASCII alone.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.allSatisfy { 0x20..<0x7F ~= $0 } }

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
