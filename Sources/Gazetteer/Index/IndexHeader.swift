import Formats

/// The header of an index file: what it promises, and whether the file keeps it.
struct IndexHeader {
  /// What is wrong with the file, nil when it can be used.
  private(set) var problem: String?
  private(set) var contentHash = ""
  private(set) var sections: [UnsafeRawBufferPointer] = []

  init(_ file: Window) {
    problem = Self.problem(file)
    guard problem == nil else { return }
    contentHash = Self.hexadecimal(file.part(IndexFormat.contentHashOffset, 32))
    for section in IndexSection.allCases {
      let entry = IndexFormat.sectionTableOffset + section.rawValue * 16
      guard let offset = Int(exactly: file.u64(entry)), let length = Int(exactly: file.u64(entry + 8)),
        offset >= IndexFormat.headerLength, offset <= file.count, length <= file.count - offset
      else {
        problem = "section \(section) lies outside of the file"
        return
      }
      sections.append(file.part(offset, length))
    }
  }

  private static func problem(_ file: Window) -> String? {
    guard file.part(0, IndexFormat.magic.count).elementsEqual(IndexFormat.magic) else { return "not a gazetteer index" }
    let version = file.u32(8)
    guard version == IndexFormat.version else {
      return "a gazetteer index of version \(version), this program reads version \(IndexFormat.version)"
    }
    let promised = file.u64(16)
    guard file.count >= IndexFormat.headerLength, promised == UInt64(file.count) else {
      return "cut short or grown, \(file.count) bytes of \(promised)"
    }
    guard checksum(file.part(0, IndexFormat.headerLength)) == file.u64(IndexFormat.checksumOffset),
      Int(file.u32(12)) == IndexSection.allCases.count
    else { return "its header is damaged" }
    return nil
  }

  /// FNV-1a of the header without its own field.
  static func checksum(_ header: some Collection<UInt8>) -> UInt64 {
    var hash = FNV1a64()
    for (offset, byte) in header.enumerated() {
      let own = offset >= IndexFormat.checksumOffset && offset < IndexFormat.checksumOffset + 8
      hash.combine(own ? 0 : byte)
    }
    return hash.value
  }

  private static func hexadecimal(_ bytes: UnsafeRawBufferPointer) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension IndexHeader {
  /// The header of a file with these sections.
  ///
  /// - Parameters:
  ///   - length: of the whole file.
  ///   - digest: the SHA-256 of all behind the header.
  static func bytes(sections: [(offset: Int, length: Int)], length: Int, digest: [UInt8]) -> [UInt8] {
    let header = ScratchBytes(folder: "")
    header.put(IndexFormat.magic)
    header.put(IndexFormat.version)
    header.put(UInt32(sections.count))
    header.put(UInt64(length))
    header.put(UInt64(0))
    header.put(digest)
    for section in sections {
      header.put(UInt64(section.offset))
      header.put(UInt64(section.length))
    }
    header.pad(to: IndexFormat.headerLength)
    var bytes = header.withBytes { Array($0) }
    withUnsafeBytes(of: checksum(bytes).littleEndian) {
      bytes.replaceSubrange(IndexFormat.checksumOffset..<IndexFormat.checksumOffset + 8, with: $0)
    }
    return bytes
  }
}
