extension JSONValue {
  /// Is it `null`?
  public var isNull: Bool { self == .null }

  /// The truth value, nil for anything else.
  public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The integer; a Double that is whole counts as one.
  public var intValue: Int? {
    switch self {
    case .int(let value): value
    case .double(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The number as a Double, nil for anything else.
  public var doubleValue: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  /// The string, nil for anything else.
  public var stringValue: String? { if case .string(let value) = self { value } else { nil } }

  /// The elements, nil for anything else.
  public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The members, nil for anything else.
  public var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// The member of an object; nil when it has none of that name or this is no object.
  public subscript(key: String) -> JSONValue? { objectValue?[key] }

  /// What kind of value it is, with its article: "a string", "null".
  public var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .int, .double: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// `null`
  public init(nilLiteral: ()) { self = .null }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An integer.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object.
  public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(JSONObject(members)) }
}
