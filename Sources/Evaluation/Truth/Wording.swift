import Formats
import Geometry
import Records

/// Values as differences name them.
enum Wording {
  static func km(_ kilometers: Double) -> String { "\(rounded(kilometers, 10)) km" }

  static func at(_ place: Coordinate) -> String { "\(rounded(place.lon, 10_000)),\(rounded(place.lat, 10_000))" }

  /// Without the zeros that say nothing: 25, 3.5.
  static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

  static func value(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .int(let int): "\(int)"
    case .double(let double): number(double)
    case .string(let string): string.isEmpty ? "\"\"" : string
    case .array(let items): items.map(Wording.value).joined(separator: ", ")
    case .object: "an object"
    }
  }

  /// `a`, `a or b`, `a, b or c`
  static func either(_ choices: [String]) -> String {
    guard let last = choices.last, choices.count > 1 else { return choices.first ?? "nothing" }
    return choices.dropLast().joined(separator: ", ") + " or " + last
  }

  static func spans(_ spans: [Span]) -> String { either(spans.map { "\($0.start)-\($0.end)" }) }

  static func rounded(_ value: Double, _ steps: Double) -> String { number((value * steps).rounded() / steps) }
}

extension Span {
  /// Whether the two share a scalar.
  func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
}
