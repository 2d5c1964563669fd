import Formats

/// Bytes of an input as UTF-8.
struct DecodedText {
  /// Valid UTF-8 without a byte order mark.
  var bytes: [UInt8]
  /// What was done to get there.
  var notes: [String] = []

  /// Decodes UTF-8, with or without a byte order mark, and UTF-16 with one; refuses all else.
  ///
  /// Nothing but the mark is taken away: line ends stay as given, since offsets count into the text as given.
  init(_ raw: UnsafeRawBufferPointer, origin: String) throws(ArticleFault) {
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      bytes = try DecodedText.fromUTF16(raw, origin: origin)
      notes = ["\(origin): converted from UTF-16; offsets count in the converted text"]
    } else if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = Array(raw.dropFirst(3))
      notes = ["\(origin): byte order mark skipped; offsets count from behind it"]
    } else {
      bytes = Array(raw)
    }
    try DecodedText.check(bytes, origin: origin)
  }

  /// Refuses what is no text: foreign documents, NUL bytes, broken UTF-8, nothing at all, too much.
  static func check(_ bytes: [UInt8], origin: String, line: Int? = nil) throws(ArticleFault) {
    if let reason = fault(in: bytes) {
      throw ArticleFault(reason.reason, origin: origin, line: line ?? reason.line)
    }
  }

  private static func fault(in bytes: [UInt8]) -> (reason: ArticleFault.Reason, line: Int?)? {
    if bytes.count > articleByteLimit { return (.tooLarge(bytes: bytes.count, limit: articleByteLimit), nil) }
    if let foreign = ForeignDocument.name(of: bytes) { return (.foreign(name: foreign.name, cure: foreign.cure), nil) }
    if let nul = bytes.withUnsafeBytes({ $0.firstOffset(of: 0) }) { return (.binary(offset: nul), nil) }
    if let bad = UTF8Check.firstFault(in: bytes) {
      return (.notUTF8(byte: bytes[bad.offset], offset: bad.offset), bad.line)
    }
    return bytes.allSatisfy { $0 <= 0x20 } ? (.empty, nil) : nil
  }

  private static func fromUTF16(_ raw: UnsafeRawBufferPointer, origin: String) throws(ArticleFault) -> [UInt8] {
    guard raw.count % 2 == 0 else { throw ArticleFault(.brokenUTF16(offset: raw.count - 1), origin: origin) }
    guard raw.count <= 2 * articleByteLimit else {
      throw ArticleFault(.tooLarge(bytes: raw.count, limit: articleByteLimit), origin: origin)
    }
    let high = raw[0] == 0xFE ? 0 : 1
    let units = stride(from: 2, to: raw.count, by: 2).lazy.map {
      UInt16(raw[$0 + high]) << 8 | UInt16(raw[$0 + 1 - high])
    }
    var bytes: [UInt8] = []
    var scalars = units.makeIterator()
    var parser = UTF16.ForwardParser()
    var offset = 2
    while true {
      switch parser.parseScalar(from: &scalars) {
      case .valid(let scalar):
        bytes.append(contentsOf: UTF8.encode(UTF16.decode(scalar)) ?? UTF8.encodedReplacementCharacter)
        offset += 2 * scalar.count
      case .emptyInput: return bytes
      case .error: throw ArticleFault(.brokenUTF16(offset: offset), origin: origin)
      }
    }
  }
}

/// Documents that people give by mistake, known by their first bytes.
enum ForeignDocument {
  static func name(of bytes: some Collection<UInt8>) -> (name: String, cure: String)? {
    let start = Array(bytes.prefix(8))
    return known.first { start.starts(with: $0.magic) }.map { ($0.name, $0.cure) }
  }

  private static let known: [(magic: [UInt8], name: String, cure: String)] = [
    (Array("%PDF-".utf8), "a PDF", "extract its text first: pdftotext FILE.pdf"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document", "unpack it, or save it as text"),
    ([0x1F, 0x8B], "a gzip archive", "unpack it first: gunzip FILE.gz"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document", "save it as text"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture", "give the text itself"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture", "give the text itself"),
    (Array("{\\rtf".utf8), "a rich-text document", "save it as plain text"),
  ]
}
