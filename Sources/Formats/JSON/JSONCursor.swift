/// A pull reader of JSON (RFC 8259): the caller asks for what it expects, nothing else is built.
///
///     try cursor.beginObject()
///     while let key = try cursor.nextKey() {
///       if key == "text" { text = try cursor.string() } else { try cursor.skip() }
///     }
///
/// The bytes must outlive the cursor. It is a value: a copy remembers a place and can go on from there.
/// After an error its state is undefined. Deeper nesting than `depthLimit` is refused.
public struct JSONCursor {
  /// What the next value is.
  public enum Kind: Sendable {
    case null, bool, number, string, array, object
  }

  /// How deep arrays and objects may be nested.
  public static let depthLimit = 512

  /// The offset of the next byte.
  public internal(set) var offset: Int

  let bytes: UnsafeRawBufferPointer
  let file: String?
  let firstLine: Int
  private var depth = 0
  /// Was an array or object opened by the last call? Then no comma stands before what follows.
  private var justOpened = false

  /// A cursor before the first value of the bytes; a byte order mark is skipped.
  ///
  /// - Parameters:
  ///   - file: the name that errors give.
  ///   - firstLine: the number of the bytes' first line in that file.
  public init(_ bytes: UnsafeRawBufferPointer, file: String? = nil, firstLine: Int = 1) {
    self.bytes = bytes
    self.file = file
    self.firstLine = firstLine
    offset = bytes.byteOrderMarkLength
  }

  /// The kind of the next value, which stays unread.
  public mutating func peek() throws(JSONError) -> Kind {
    switch try nextByte(in: .value) {
    case ASCII.leftBrace: return .object
    case ASCII.leftBracket: return .array
    case ASCII.quote: return .string
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case ASCII.minus, ASCII.zero...ASCII.nine: return .number
    default: throw notAValue()
    }
  }

  /// Enters the object that stands here.
  public mutating func beginObject() throws(JSONError) {
    try expect(.object)
    try open()
  }

  /// The name of the object's next member, whose value must then be read or skipped; nil at its end, which is left.
  public mutating func nextKey() throws(JSONError) -> String? {
    guard try beginKey() else { return nil }
    let key = try string()
    try endKey()
    return key
  }

  /// Moves over the name of the object's next member; false at its end, which is left.
  mutating func skipKey() throws(JSONError) -> Bool {
    guard try beginKey() else { return false }
    try skipString()
    try endKey()
    return true
  }

  mutating func beginKey() throws(JSONError) -> Bool {
    guard try hasNext(before: ASCII.rightBrace, in: .object) else { return false }
    let byte = try nextByte(in: .object)
    guard byte == ASCII.quote else {
      throw looksUnquoted(byte) ? error(.unquoted) : error(.unexpected(byte, wanted: "a name in double quotes"))
    }
    return true
  }

  mutating func endKey() throws(JSONError) {
    let colon = try nextByte(in: .object)
    guard colon == ASCII.colon else { throw error(.unexpected(colon, wanted: "`:`")) }
    offset += 1
  }

  /// Enters the array that stands here.
  public mutating func beginArray() throws(JSONError) {
    try expect(.array)
    try open()
  }

  /// Is there another element, to be read or skipped next? At the array's end it is left.
  public mutating func nextElement() throws(JSONError) -> Bool {
    try hasNext(before: ASCII.rightBracket, in: .array)
  }

  /// Makes sure that nothing follows.
  public mutating func finish() throws(JSONError) {
    skipBlanks()
    if offset < bytes.count { throw error(.moreAfterEnd) }
  }

  private mutating func open() throws(JSONError) {
    depth += 1
    guard depth <= Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
    offset += 1
    justOpened = true
  }

  private mutating func hasNext(before end: UInt8, in thing: Surrounding) throws(JSONError) -> Bool {
    let byte = try nextByte(in: thing)
    let isFirst = justOpened
    justOpened = false
    if byte == end {
      offset += 1
      depth -= 1
      return false
    }
    if isFirst { return true }
    let wanted = end == ASCII.rightBrace ? "`,` or `}`" : "`,` or `]`"
    guard byte == ASCII.comma else { throw error(.unexpected(byte, wanted: wanted)) }
    let comma = offset
    offset += 1
    guard try nextByte(in: thing) != end else { throw error(.trailingComma, at: comma) }
    return true
  }

  /// What a text may end inside of.
  enum Surrounding: String {
    case value = "a value"
    case string = "a string"
    case array = "an array"
    case object = "an object"
  }

  /// Makes sure that the next value is of the kind.
  mutating func expect(_ wanted: Kind) throws(JSONError) {
    let found = try peek()
    guard found == wanted else { throw error(.wrongKind(found: found.name, wanted: wanted.name)) }
  }

  mutating func skipBlanks() {
    var next = offset
    while next < bytes.count, ASCII.isBlank(bytes[next]) { next += 1 }
    offset = next
  }

  /// The next byte that is no blank, unread.
  ///
  /// - Parameter thing: what the text must not end in.
  mutating func nextByte(in thing: Surrounding) throws(JSONError) -> UInt8 {
    skipBlanks()
    guard offset < bytes.count else { throw endError(in: thing) }
    return bytes[offset]
  }
}

extension JSONCursor.Kind {
  /// The kind with its article.
  public var name: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
