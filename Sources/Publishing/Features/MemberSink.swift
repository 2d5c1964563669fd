import Formats

/// Where the members of a record go: into an object, or straight into bytes.
protocol MemberSink {
  mutating func add(_ name: String, _ value: String?)
  mutating func add(_ name: String, _ value: Int?)
  mutating func add(_ name: String, _ value: Double?)
}

extension MemberSink {
  /// A list; `;` parts it, so one inside an element becomes a comma.
  mutating func add(_ name: String, _ list: [String]) { add(name, Properties.joined(list)) }
}

extension Properties: MemberSink {}

/// Written as they come; a missing value, and a number that is not finite, is null.
extension JSONWriter: MemberSink {
  mutating func add(_ name: String, _ value: String?) { member(name, value) }
  mutating func add(_ name: String, _ value: Int?) { member(name, value) }
  mutating func add(_ name: String, _ value: Double?) { member(name, value) }
}
