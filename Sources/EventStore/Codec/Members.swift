import Formats
import Records

/// A record's members on their way into JSON or out of it.
///
/// One list of members (`visit`) serves both ways, so that neither can forget one. Missing values are left out; what
/// cannot be read leaves the blank's value and is told by `fault`.
struct Members {
  private let isReading: Bool
  private(set) var object: JSONObject
  /// The first member that could not be read.
  private(set) var fault: String?

  private init(isReading: Bool, object: JSONObject) {
    self.isReading = isReading
    self.object = object
  }

  static func write<Value: Recorded>(_ value: Value) -> JSONObject {
    var members = Members(isReading: false, object: JSONObject())
    var value = value
    value.visit(&members)
    return members.object
  }

  /// The record, nil where a member is missing or wrong.
  static func read<Value: Recorded>(_ type: Value.Type, _ object: JSONObject) -> Value? {
    var members = Members(isReading: true, object: object)
    var value = Value.blank
    value.visit(&members)
    return members.fault == nil ? value : nil
  }

  private mutating func exchange<Value>(
    _ key: String, _ value: inout Value, _ out: (Value) -> JSONValue?, _ back: (JSONValue) -> Value?
  ) {
    guard isReading else { return object[key] = out(value) }
    if let found = object[key].flatMap(back) { value = found } else { fault = fault ?? key }
  }

  private mutating func optional<Value>(
    _ key: String, _ value: inout Value?, _ out: (Value) -> JSONValue?, _ back: (JSONValue) -> Value?
  ) {
    guard isReading else { return object[key] = value.flatMap(out) }
    guard let found = object[key] else { return value = nil }
    if let read = back(found) { value = read } else { fault = fault ?? key }
  }

  mutating func callAsFunction(_ key: String, _ value: inout String) {
    exchange(key, &value, JSONValue.string, \.stringValue)
  }
  mutating func callAsFunction(_ key: String, _ value: inout String?) {
    optional(key, &value, JSONValue.string, \.stringValue)
  }
  mutating func callAsFunction(_ key: String, _ value: inout Int) { exchange(key, &value, JSONValue.int, \.intValue) }
  mutating func callAsFunction(_ key: String, _ value: inout Int?) { optional(key, &value, JSONValue.int, \.intValue) }
  mutating func callAsFunction(_ key: String, _ value: inout Double) {
    exchange(key, &value, JSONValue.double, \.doubleValue)
  }
  mutating func callAsFunction(_ key: String, _ value: inout Double?) {
    optional(key, &value, JSONValue.double, \.doubleValue)
  }
  mutating func callAsFunction(_ key: String, _ value: inout Bool) {
    exchange(key, &value, JSONValue.bool, \.boolValue)
  }

  mutating func callAsFunction(_ key: String, _ value: inout Day) { exchange(key, &value, Self.day, Self.day) }
  mutating func callAsFunction(_ key: String, _ value: inout Day?) { optional(key, &value, Self.day, Self.day) }

  private static func day(_ day: Day) -> JSONValue? { .int(day.number) }
  private static func day(_ value: JSONValue) -> Day? { value.intValue.map { Day(number: $0) } }

  mutating func callAsFunction(_ key: String, _ value: inout [String]) {
    exchange(key, &value, { .array($0.map { .string($0) }) }, { $0.arrayValue?.compactMap(\.stringValue) })
  }

  mutating func callAsFunction<Word: RawRepresentable<String>>(_ key: String, _ value: inout Word) {
    exchange(key, &value, { .string($0.rawValue) }, { $0.stringValue.flatMap(Word.init) })
  }

  mutating func callAsFunction<Value: Recorded>(_ key: String, _ value: inout Value) {
    exchange(key, &value, { .object(Members.write($0)) }, { Self.record($0) })
  }

  mutating func callAsFunction<Value: Recorded>(_ key: String, _ value: inout Value?) {
    optional(key, &value, { .object(Members.write($0)) }, { Self.record($0) })
  }

  mutating func callAsFunction<Value: Recorded>(_ key: String, _ value: inout [Value]) {
    exchange(
      key, &value, { .array($0.map { .object(Members.write($0)) }) },
      { list in
        let read = list.arrayValue?.compactMap { Self.record($0) as Value? }
        return read?.count == list.arrayValue?.count ? read : nil
      })
  }

  private static func record<Value: Recorded>(_ value: JSONValue) -> Value? {
    value.objectValue.flatMap { Members.read(Value.self, $0) }
  }

  /// A value with its own text form.
  mutating func text<Value>(
    _ key: String, _ value: inout Value?, _ out: (Value) -> String, _ back: (String) -> Value?
  ) {
    optional(key, &value, { .string(out($0)) }, { $0.stringValue.flatMap(back) })
  }
}

/// A record that a store keeps as JSON.
protocol Recorded {
  /// A value to be filled.
  static var blank: Self { get }
  /// Names every member, in the order in which they are written.
  mutating func visit(_ members: inout Members)
}

extension Recorded {
  /// The record as compact JSON.
  var json: String { String(decoding: JSONValue.object(Members.write(self)).bytes, as: UTF8.self) }

  /// The record of such a text; nil for any other.
  static func of(json: String) -> Self? {
    (try? JSONValue.parse(json))?.objectValue.flatMap { Members.read(Self.self, $0) }
  }
}
