/// Writes JSON into bytes; commas and line breaks are its business.
///
///     writer.object {
///       $0.key("place")
///       $0.string("Saraqib")
///       $0.member("radius_m", 500.0)
///     }
///
/// A value in an object needs its `key` first. Numbers that are not finite are written as null.
public struct JSONWriter: Sendable {
  private var out: ByteWriter
  /// Spaces a level; nil writes everything on one line.
  private let indent: Int?
  private var depth = 0
  private var needsComma = false
  private var needsBreak = false
  private var isAfterKey = false

  /// A writer with nothing written.
  ///
  /// - Parameters:
  ///   - indent: spaces a level for people to read; nil writes compactly.
  ///   - capacity: room for so many bytes.
  public init(indent: Int? = nil, capacity: Int = 0) {
    self.indent = indent
    out = ByteWriter(capacity: capacity)
  }

  /// What was written so far.
  public var bytes: [UInt8] { out.bytes }
  /// How many bytes were written.
  public var count: Int { out.count }

  /// Takes out what was written so far; writing goes on where it was. For output in pieces.
  public mutating func drain() -> [UInt8] {
    defer { out.removeAll() }
    return out.bytes
  }

  /// Opens an object.
  public mutating func beginObject() { begin(ASCII.leftBrace) }
  /// Closes the object.
  public mutating func endObject() { end(ASCII.rightBrace) }
  /// Opens an array.
  public mutating func beginArray() { begin(ASCII.leftBracket) }
  /// Closes the array.
  public mutating func endArray() { end(ASCII.rightBracket) }

  /// Writes an object whose members the body writes.
  public mutating func object<Failure>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginObject()
    try body(&self)
    endObject()
  }

  /// Writes an array whose elements the body writes.
  public mutating func array<Failure>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginArray()
    try body(&self)
    endArray()
  }

  /// Writes the name of the next member.
  public mutating func key(_ name: String) {
    separate()
    out.append(key: name)
    if indent != nil { out.append(ASCII.space) }
    needsComma = false
    isAfterKey = true
  }

  /// Puts the next element, member or closing bracket on a new line: one feature a line in a collection.
  public mutating func breakLine() { needsBreak = true }

  /// Begins a record of a JSON text sequence (RFC 7464) with byte 0x1E; `endLine()` ends it.
  public mutating func beginRecord() { out.append(ASCII.recordSeparator) }

  /// Ends the text with a line feed: after the last value, or after each in a file of lines.
  public mutating func endLine() {
    out.append(ASCII.lineFeed)
    needsComma = false
    needsBreak = false
  }

  /// Writes one value by the body: comma and break before, state after.
  mutating func element(_ body: (inout ByteWriter) -> Void) {
    if isAfterKey { isAfterKey = false } else { separate() }
    body(&out)
    needsComma = true
  }

  private mutating func begin(_ bracket: UInt8) {
    element { $0.append(bracket) }
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    precondition(depth > 0, "JSONWriter closes more than it opened")
    depth -= 1
    if needsBreak || (needsComma && indent != nil) { newLine() }
    out.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { out.append(ASCII.comma) }
    if needsBreak || (indent != nil && depth > 0) { newLine() }
  }

  private mutating func newLine() {
    needsBreak = false
    out.append(ASCII.lineFeed)
    guard let indent else { return }
    out.append(contentsOf: repeatElement(ASCII.space, count: indent * depth))
  }
}
