import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file to import, or one inside an archive.
final class ImportFile {
  /// What a file's rows are.
  enum Form {
    case geoNames
    case alternateNames
    case table
    case geoJSON
  }

  /// The name that faults give.
  let name: String
  private let content: Content

  private enum Content {
    case mapped(MappedFile)
    case scratch(ScratchBytes)
  }

  /// The file, or those inside when it is an archive.
  static func open(_ path: String, folder: String) throws(GazetteerError) -> [ImportFile] {
    let file: MappedFile
    do { file = try MappedFile(path) } catch { throw .file(error) }
    guard ZipArchive.isOne(file) else { return [ImportFile(path, .mapped(file))] }
    var found: [ImportFile] = []
    for entry in try ZipArchive(file).entries where !entry.isNote {
      let bytes = ScratchBytes(folder: folder)
      try entry.inflate(into: bytes)
      found.append(ImportFile("\(path)/\(entry.name)", .scratch(bytes)))
    }
    guard !found.isEmpty else {
      throw .source(file: path, line: nil, problem: "the archive holds no table; zip the table itself")
    }
    return found
  }

  private init(_ name: String, _ content: Content) {
    self.name = name
    self.content = content
  }

  func withBytes<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch content {
    case .mapped(let file): try file.withBytes(body)
    case .scratch(let bytes): try bytes.withBytes(body)
    }
  }

  /// The file for readers that want one; what came out of an archive is copied.
  var mapped: MappedFile {
    switch content {
    case .mapped(let file): file
    case .scratch(let bytes): MappedFile(copying: bytes.withBytes { Array($0) }, path: name)
    }
  }

  // MARK: Lines

  /// Calls the body with each line that is not empty: its number, where it begins, its bytes.
  func forEachLine(_ body: (Int, Int, UnsafeRawBufferPointer) -> Void) {
    withBytes { bytes in
      var offset = 0
      var number = 0
      while offset < bytes.count {
        number += 1
        let line = Self.line(bytes, offset)
        if !line.isEmpty { body(number, offset, line) }
        offset += Self.length(bytes, offset)
      }
    }
  }

  /// Calls the body with the line that begins there.
  func withLine<Result>(at offset: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withBytes { body(Self.line($0, offset)) }
  }

  private static func line(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UnsafeRawBufferPointer {
    var end = start + length(bytes, start)
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// Bytes of the line and of its line feed.
  private static func length(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count else { return 0 }
    guard let hit = memchr(base + start, 0x0A, bytes.count - start) else { return bytes.count - start }
    return UnsafeRawPointer(hit) - base - start + 1
  }

  // MARK: Form

  /// What the first rows look like.
  var form: Form {
    withBytes { bytes in
      let first = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF && $0 != 0x1E }
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .geoJSON }
      var offset = 0
      // A broken line does not hide what the others are.
      for _ in 0..<20 where offset < bytes.count {
        let row = GeoNamesRow(Self.line(bytes, offset))
        if row.cellCount == GeoNamesRow.cells, row.number != nil { return .geoNames }
        if row.isAlternateName { return .alternateNames }
        offset += Self.length(bytes, offset)
      }
      return .table
    }
  }
}
