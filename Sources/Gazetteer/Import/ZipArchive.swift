import Formats

/// A zip archive: its list of files at the end, and the files themselves, stored or deflated.
struct ZipArchive {
  let entries: [ZipEntry]

  static func isOne(_ file: MappedFile) -> Bool {
    file.withBytes { $0.prefix(4).elementsEqual([0x50, 0x4B, 0x03, 0x04]) }
  }

  /// The numbers of the format (APPNOTE 4.3).
  private enum Layout {
    static let endSignature: UInt32 = 0x0605_4B50
    static let endLength = 22
    static let longestComment = 65_535
    static let entryCount = 10, listOffset = 16
    static let entrySignature: UInt32 = 0x0201_4B50
    static let entryLength = 46
  }

  init(_ file: MappedFile) throws(GazetteerError) {
    let window = Window(bytes: file.bytes)
    guard let end = Self.end(of: window) else { throw Self.fault(file, "the archive has no list of files") }
    var offset = Int(window.u32(end + Layout.listOffset))
    var found: [ZipEntry] = []
    for _ in 0..<Int(window.u16(end + Layout.entryCount)) {
      guard window.u32(offset) == Layout.entrySignature, let entry = ZipEntry(file, window, at: offset) else {
        throw Self.fault(file, "the archive's list of files is damaged")
      }
      found.append(entry)
      offset += Layout.entryLength + entry.listedLength
    }
    entries = found
  }

  private static func end(of window: Window) -> Int? {
    let first = max(0, window.count - Layout.endLength - Layout.longestComment)
    var offset = window.count - Layout.endLength
    while offset >= first {
      if window.u32(offset) == Layout.endSignature { return offset }
      offset -= 1
    }
    return nil
  }

  static func fault(_ file: MappedFile, _ problem: String) -> GazetteerError {
    .source(file: file.path, line: nil, problem: problem + "; fetch it anew or unzip it first")
  }
}

/// A file in a zip archive.
struct ZipEntry {
  let name: String
  /// The bytes of name, extra field and comment in the archive's list.
  let listedLength: Int

  private let file: MappedFile
  private let method: UInt16
  private let checksum: UInt32
  private let packedSize: Int
  private let size: Int
  private let header: Int

  private enum Layout {
    static let flags = 8, method = 10, checksum = 16, packedSize = 20, size = 24
    static let nameLength = 28, extraLength = 30, commentLength = 32, header = 42, name = 46
    static let localSignature: UInt32 = 0x0403_4B50
    static let localName = 26, localExtra = 28, localLength = 30
  }

  init?(_ file: MappedFile, _ window: Window, at offset: Int) {
    let nameLength = Int(window.u16(offset + Layout.nameLength))
    listedLength =
      nameLength + Int(window.u16(offset + Layout.extraLength)) + Int(window.u16(offset + Layout.commentLength))
    let bytes = window.part(offset + Layout.name, nameLength)
    guard bytes.count == nameLength else { return nil }
    self.file = file
    name = String(decoding: bytes, as: UTF8.self)
    method = window.u16(offset + Layout.method)
    checksum = window.u32(offset + Layout.checksum)
    packedSize = Int(window.u32(offset + Layout.packedSize))
    size = Int(window.u32(offset + Layout.size))
    header = Int(window.u32(offset + Layout.header))
  }

  /// A folder, or what GeoNames puts beside its tables: a note, the list of languages.
  var isNote: Bool {
    let name = name.lowercased()
    return name.hasSuffix("/") || name.hasSuffix("readme.txt") || name.hasSuffix("iso-languagecodes.txt")
      || name.hasPrefix("__macosx")
  }

  /// Appends the file's content.
  func inflate(into bytes: ScratchBytes) throws(GazetteerError) {
    let window = Window(bytes: file.bytes)
    guard size < Int(UInt32.max) else { throw ZipArchive.fault(file, "\(name) is larger than 4 GiB") }
    guard window.u32(header) == Layout.localSignature else { throw ZipArchive.fault(file, "\(name) is damaged") }
    let start =
      header + Layout.localLength + Int(window.u16(header + Layout.localName))
      + Int(window.u16(header + Layout.localExtra))
    let packed = window.part(start, packedSize)
    guard packed.count == packedSize else { throw ZipArchive.fault(file, "\(name) is cut short") }
    var inflater = Inflater(packed, size: size)
    guard method == 0 ? inflater.copy(into: bytes) : method == 8 && inflater.inflate(into: bytes) else {
      throw ZipArchive.fault(file, "\(name) is damaged or packed in a way that is not read here (method \(method))")
    }
    guard inflater.checksum == checksum else { throw ZipArchive.fault(file, "\(name) does not match its checksum") }
    if let failure = bytes.failure { throw .file(failure) }
  }
}
