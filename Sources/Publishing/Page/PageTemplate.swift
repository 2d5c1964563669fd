import Formats

/// The template with its parts filled in: `{{name}}` stands for a part.
struct PageTemplate {
  let text: String
  let file: String

  /// The filled page. What is filled in is not looked through again, so no article can name a part.
  func filled(_ parts: [String: [UInt8]]) throws(PublishingError) -> [UInt8] {
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let start = Self.find("{{", in: rest), let end = Self.find("}}", in: rest[start...]) {
      let name = String(decoding: rest[(start + 2)..<end], as: UTF8.self)
      guard let part = parts[name] else { throw .noPart(file: file, name: name) }
      out += rest[..<start]
      out += part
      rest = rest[(end + 2)...]
    }
    return out + rest
  }

  private static func find(_ pair: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let byte = pair.utf8Start[0]
    return bytes.indices.dropLast().first { bytes[$0] == byte && bytes[$0 + 1] == byte }
  }

  /// Text for an element or a quoted attribute.
  static func escaped(_ text: String) -> [UInt8] {
    text.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: ">"): Array("&gt;".utf8)
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      default: [byte]
      }
    }
  }

  /// JSON that can stand in a script element: `<` ends no element, and the line separators end no line.
  static func embedded(_ json: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(json.count)
    var index = 0
    while index < json.count {
      if json[index] == UInt8(ascii: "<") {
        out += "\\u003c".utf8
      } else if json[index] == 0xE2, json[index...].starts(with: [0xE2, 0x80, 0xA8]) {
        out += "\\u2028".utf8
        index += 2
      } else if json[index] == 0xE2, json[index...].starts(with: [0xE2, 0x80, 0xA9]) {
        out += "\\u2029".utf8
        index += 2
      } else {
        out.append(json[index])
      }
      index += 1
    }
    return out
  }
}
