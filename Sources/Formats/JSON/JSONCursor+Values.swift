extension JSONCursor {
  /// Reads the value that stands here, whatever it is.
  public mutating func value() throws(JSONError) -> JSONValue {
    switch try peek() {
    case .null:
      try null()
      return .null
    case .bool: return .bool(try bool())
    case .number: return try numberValue()
    case .string: return .string(try string())
    case .array: return .array(try array())
    case .object: return .object(try object())
    }
  }

  /// Reads over the value that stands here, checking its grammar.
  public mutating func skip() throws(JSONError) {
    switch try peek() {
    case .null: try null()
    case .bool: _ = try bool()
    case .number: _ = try double()
    case .string: try skipString()
    case .array:
      try beginArray()
      while try nextElement() { try skip() }
    case .object:
      try beginObject()
      while try skipKey() { try skip() }
    }
  }

  /// Reads `null`.
  public mutating func null() throws(JSONError) {
    try expect(.null)
    try word("null")
  }

  /// Reads `true` or `false`.
  public mutating func bool() throws(JSONError) -> Bool {
    try expect(.bool)
    let isTrue = bytes[offset] == UInt8(ascii: "t")
    try word(isTrue ? "true" : "false")
    return isTrue
  }

  /// Reads a number as a Double; one beyond the largest Double is infinite, which the caller must check.
  public mutating func double() throws(JSONError) -> Double { try number().double }

  private mutating func numberValue() throws(JSONError) -> JSONValue {
    let start = offset
    let number = try number()
    if let int = number.int { return .int(int) }
    let double = number.double
    guard double.isFinite else { throw error(.numberTooLarge, at: start) }
    return .double(double)
  }

  private mutating func number() throws(JSONError) -> DecimalNumber {
    try expect(.number)
    guard let number = DecimalNumber(bytes, at: offset) else { throw error(.malformedNumber) }
    offset = number.end
    return number
  }

  private mutating func array() throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try beginArray()
    while try nextElement() { elements.append(try value()) }
    return elements
  }

  private mutating func object() throws(JSONError) -> JSONObject {
    var members = JSONObject()
    try beginObject()
    while let key = try nextKey() { members[key] = try value() }
    return members
  }

  private mutating func word(_ word: StaticString) throws(JSONError) {
    let length = word.utf8CodeUnitCount
    let expected = UnsafeRawBufferPointer(start: word.utf8Start, count: length)
    let here = bytes[offset...].prefix(length)
    if here.count < length, expected.starts(with: here) {
      offset = bytes.count
      throw error(.unexpectedEnd(of: "a value"))
    }
    guard here.elementsEqual(expected) else { throw notAValue() }
    offset += length
  }
}
