import Formats

/// Where the members of a record go: into an object, or straight into bytes.
protocol MemberSink {
  mutating func add(_ name: String, _ value: String?)
  mutating func add(_ name: String, _ value: Int?)
  mutating func add(_ name: String, _ value: Double?)
}

extension Properties: MemberSink {}

/// Writes members as they come; a missing value, and a number that is not finite, is null.
struct MemberWriter: MemberSink {
  var json: JSONWriter

  mutating func add(_ name: String, _ value: String?) { json.member(name, value) }
  mutating func add(_ name: String, _ value: Int?) { json.member(name, value) }
  mutating func add(_ name: String, _ value: Double?) { json.member(name, value) }
}
