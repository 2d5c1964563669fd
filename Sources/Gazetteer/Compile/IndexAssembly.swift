import Formats

/// Sections on their way into a file.
struct IndexAssembly {
  private let sections: [ScratchBytes]
  /// Where each section lies in the file, and how long it is.
  private let ranges: [(offset: Int, length: Int)]

  init(_ sections: [ScratchBytes]) {
    self.sections = sections
    var end = IndexFormat.headerLength
    ranges = sections.map { section in
      let start = (end + 7) / 8 * 8
      end = start + section.count
      return (start, section.count)
    }
  }

  /// Gives the bytes of the file in pieces.
  func write(_ body: (UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) {
    var hash = SHA256()
    try forEachPiece { hash.combine($0) }
    let header = IndexHeader.bytes(sections: ranges, length: length, digest: hash.digest)
    try header.withRaw { bytes throws(FileError) in try body(bytes) }
    try forEachPiece(body)
  }

  /// Writes the file whole or not at all.
  func write(to path: String) throws(GazetteerError) {
    do throws(FileError) {
      let file = try WholeFileWriter(path)
      try write { bytes throws(FileError) in try file.append(Array(bytes)) }
      try file.commit()
    } catch {
      throw .file(error)
    }
  }

  private var length: Int { ranges.last.map { $0.offset + $0.length } ?? IndexFormat.headerLength }

  private func forEachPiece(_ body: (UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) {
    let zeros = [UInt8](repeating: 0, count: 8)
    var end = IndexFormat.headerLength
    for (section, range) in zip(sections, ranges) {
      try zeros.withRaw { bytes throws(FileError) in
        try body(UnsafeRawBufferPointer(rebasing: bytes.prefix(range.offset - end)))
      }
      try section.withBytes { bytes throws(FileError) in try Self.pieces(of: bytes, body) }
      section.rest()
      end = range.offset + range.length
    }
  }

  private static func pieces(
    of bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    for start in stride(from: 0, to: bytes.count, by: 1 << 22) {
      try body(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + 1 << 22, bytes.count)]))
    }
  }
}
