import Formats

/// Flat members of a feature, in the order of the contract: a missing value is null, a list one string.
struct Properties {
  private var members: [(String, JSONValue)] = []

  /// The finished members.
  var object: JSONObject { JSONObject(members) }

  mutating func add(_ name: String, _ value: String?) { members.append((name, value.map { .string($0) } ?? .null)) }

  mutating func add(_ name: String, _ value: Int?) { members.append((name, value.map { .int($0) } ?? .null)) }

  mutating func add(_ name: String, _ value: Double?) {
    let finite = value.flatMap { $0.isFinite ? $0 : nil }
    members.append((name, finite.map { .double($0) } ?? .null))
  }

  /// The elements with `;` between them, nil for an empty list; one inside an element becomes a comma.
  static func joined(_ list: [String]) -> String? {
    guard let first = list.first else { return nil }
    var text = plain(first)
    for element in list.dropFirst() {
      text += ";"
      text += plain(element)
    }
    return text
  }

  private static func plain(_ text: String) -> String {
    var text = text
    let isParted = text.withUTF8 { $0.contains(UInt8(ascii: ";")) }
    return isParted ? text.split(separator: ";").joined(separator: ",") : text
  }
}
