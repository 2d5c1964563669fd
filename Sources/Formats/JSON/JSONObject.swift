/// The members of a JSON object in their order.
///
/// A key stands once: where a text repeats it, the last value holds, in the first one's place.
public struct JSONObject: Sendable {
  /// A name and its value.
  public typealias Member = (key: String, value: JSONValue)

  private var keys: [String] = []
  private var values: [JSONValue] = []
  /// Where each key stands; empty for small objects, in which looking through is faster.
  private var index: [String: Int] = [:]
  private static let indexedFrom = 16

  /// An object without members.
  public init() {}

  /// The members in the given order; of a repeated key the last value holds.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    for (key, value) in members { self[key] = value }
  }

  /// The value under the key. Setting nil removes the member; a new key goes to the end.
  public subscript(key: String) -> JSONValue? {
    get { position(of: key).map { values[$0] } }
    set {
      switch (position(of: key), newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): append(key, value)
      case (nil, nil): break
      }
    }
  }

  private func position(of key: String) -> Int? {
    index.isEmpty ? keys.firstIndex(of: key) : index[key]
  }

  private mutating func append(_ key: String, _ value: JSONValue) {
    keys.append(key)
    values.append(value)
    if !index.isEmpty { index[key] = keys.count - 1 } else if keys.count == Self.indexedFrom { makeIndex() }
  }

  private mutating func remove(at place: Int) {
    keys.remove(at: place)
    values.remove(at: place)
    index = [:]
    if keys.count >= Self.indexedFrom { makeIndex() }
  }

  private mutating func makeIndex() {
    index = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
  }
}

extension JSONObject: RandomAccessCollection {
  /// The position of the first member.
  public var startIndex: Int { 0 }
  /// The position after the last member.
  public var endIndex: Int { keys.count }
  /// The member at the position.
  public subscript(position: Int) -> Member { (keys[position], values[position]) }
}

extension JSONObject: Hashable {
  /// Equal members in equal order.
  public static func == (one: JSONObject, other: JSONObject) -> Bool {
    one.keys == other.keys && one.values == other.values
  }

  /// Takes in keys and values.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(keys)
    hasher.combine(values)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// The members as written; of a repeated key the last value holds.
  public init(dictionaryLiteral members: (String, JSONValue)...) { self.init(members) }
}
