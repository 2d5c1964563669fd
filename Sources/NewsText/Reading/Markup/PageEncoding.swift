import CXML2
import Formats

/// Which encoding a page is in: UTF-8 where its bytes are so, whatever it says; else what it says.
enum PageEncoding {
  static func name(_ bytes: UnsafeRawBufferPointer, origin: String) throws(ArticleFault) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if let foreign = ForeignDocument.name(of: bytes) {
      throw ArticleFault(.foreign(name: foreign.name, cure: foreign.cure), origin: origin)
    }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw ArticleFault(.empty, origin: origin) }
    if let nul = bytes.firstOffset(of: 0) { throw ArticleFault(.binary(offset: nul), origin: origin) }
    guard let bad = UTF8Check.firstFault(in: bytes) else { return "UTF-8" }
    if let declared = declared(bytes) { return declared }
    throw ArticleFault(.notUTF8(byte: bytes[bad.offset], offset: bad.offset), origin: origin, line: bad.line)
  }

  /// The page's own word (`charset=...`), where the parser knows that encoding.
  private static func declared(_ bytes: UnsafeRawBufferPointer) -> String? {
    let head = bytes.prefix(4096).map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }
    let key = Array("charset=".utf8)
    guard let at = head.indices.first(where: { head[$0...].starts(with: key) }) else { return nil }
    let value = head[(at + key.count)...].drop { $0 == 0x22 || $0 == 0x27 }
    let name = String(decoding: value.prefix { isNameByte($0) }, as: UTF8.self)
    // Browsers read both names as Windows-1252 (WHATWG Encoding, "names and labels").
    let known = ["iso-8859-1", "us-ascii", "latin1"].contains(name) ? "windows-1252" : name
    guard known != "utf-8", xmlFindCharEncodingHandler(known) != nil else { return nil }
    return known
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
  }
}
