extension ByteWriter {
  /// Appends the text as a JSON string: quotes, backslashes and control characters escaped, all else as UTF-8.
  public mutating func append(quoted text: String) {
    append(ASCII.quote)
    var text = text
    text.withUTF8 { append(escaping: UnsafeRawBufferPointer($0)) }
    append(ASCII.quote)
  }

  private mutating func append(escaping bytes: UnsafeRawBufferPointer) {
    var start = 0
    for index in bytes.indices where Self.isEscaped[Int(bytes[index])] {
      append(contentsOf: bytes[start..<index])
      append(escape: bytes[index])
      start = index + 1
    }
    append(contentsOf: bytes[start...])
  }

  private mutating func append(escape byte: UInt8) {
    switch byte {
    case ASCII.quote: append(ascii: "\\\"")
    case ASCII.backslash: append(ascii: "\\\\")
    case ASCII.lineFeed: append(ascii: "\\n")
    case ASCII.carriageReturn: append(ascii: "\\r")
    case ASCII.tab: append(ascii: "\\t")
    default:
      append(ascii: "\\u00")
      append(utf8: hexadecimal([byte]))
    }
  }

  /// The class table of bytes that cannot stand raw in a JSON string. U+007F may, and does.
  private static let isEscaped: [Bool] = (0...255).map {
    $0 < Int(ASCII.space) || $0 == Int(ASCII.quote) || $0 == Int(ASCII.backslash)
  }
}
