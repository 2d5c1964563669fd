/// Any JSON value.
public indirect enum JSONValue: Hashable, Sendable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A number without point or exponent that fits an Int.
  case int(Int)
  /// Any other number; finite when read from a text.
  case double(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object.
  case object(JSONObject)
}

extension JSONValue {
  /// Reads one value; blanks and a byte order mark around it are skipped.
  ///
  /// - Parameter file: the name that errors give.
  public static func parse(_ bytes: UnsafeRawBufferPointer, file: String? = nil) throws(JSONError) -> JSONValue {
    var cursor = JSONCursor(bytes, file: file)
    let value = try cursor.value()
    try cursor.finish()
    return value
  }

  /// Reads one value; blanks and a byte order mark around it are skipped.
  public static func parse(_ bytes: [UInt8], file: String? = nil) throws(JSONError) -> JSONValue {
    try bytes.withRawBytes { bytes throws(JSONError) in try parse(bytes, file: file) }
  }

  /// Reads one value; blanks around it are skipped.
  public static func parse(_ text: String, file: String? = nil) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8), file: file)
  }

  /// Reads a file that holds one value.
  public static func parse(_ file: MappedFile) throws(JSONError) -> JSONValue {
    try file.withBytes { bytes throws(JSONError) in try parse(bytes, file: file.path) }
  }

  /// The value as compact JSON; numbers that are not finite are null.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }
}
