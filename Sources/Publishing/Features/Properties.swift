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

  /// A list; `;` parts it, so one inside an element becomes a comma.
  mutating func add(_ name: String, _ list: [String]) { add(name, Self.joined(list)) }

  /// The elements with `;` between them, nil for an empty list.
  static func joined(_ list: [String]) -> String? {
    list.isEmpty
      ? nil
      : list.map { $0.contains(";") ? $0.split(separator: ";").joined(separator: ",") : $0 }.joined(separator: ";")
  }
}
