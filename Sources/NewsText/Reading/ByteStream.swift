import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or standard input, read forward once: memory holds one chunk and the line at hand, however long the stream.
final class ByteStream {
  /// The name that messages give.
  let name: String

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd: Bool
  private var lineNumber = 0

  static let chunk = 1 << 18
  /// The longest line that is read: JSON may write each of a text's bytes as six.
  static let lineLimit = 6 * articleByteLimit

  /// Opens the file.
  init(path: String) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.read, path: path, code: errno) }
    name = path
    isAtEnd = false
  }

  /// Standard input.
  init(standardInput: Void) {
    descriptor = STDIN_FILENO
    name = "standard input"
    isAtEnd = false
  }

  /// Bytes at hand.
  init(_ bytes: [UInt8], name: String) {
    descriptor = -1
    buffer = bytes
    self.name = name
    isAtEnd = true
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  /// The first bytes, as many as one chunk holds.
  func head() throws(FileError) -> ArraySlice<UInt8> {
    while !isAtEnd, buffer.count - start < 4096 { try fill() }
    return buffer[start...]
  }

  /// Everything that is left, up to the limit and one chunk more.
  func rest(limit: Int) throws(FileError) -> [UInt8] {
    while !isAtEnd, buffer.count - start <= limit { try fill() }
    defer { buffer = [] }
    return Array(buffer[start...])
  }

  /// The next line without its line feed, nil at the end; of a line beyond the limit only its beginning is given.
  func nextLine() throws(FileError) -> (number: Int, bytes: [UInt8])? {
    var searched = start
    while true {
      if let feed = firstLineFeed(from: searched) {
        defer { start = feed + 1 }
        return numbered(start..<feed)
      }
      searched = buffer.count
      guard !isAtEnd else { break }
      if buffer.count - start > ByteStream.lineLimit { return try overlongLine() }
      let shift = start
      try fill()
      searched -= shift - start
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    return numbered(start..<buffer.count)
  }

  private func numbered(_ range: Range<Int>) -> (number: Int, bytes: [UInt8]) {
    lineNumber += 1
    return (lineNumber, Array(buffer[range]))
  }

  /// Skips the rest of the line, so that the next one is whole.
  private func overlongLine() throws(FileError) -> (number: Int, bytes: [UInt8]) {
    let line = numbered(start..<start + ByteStream.lineLimit + 1)
    start = buffer.count
    while !isAtEnd {
      try fill()
      if let feed = firstLineFeed(from: start) {
        start = feed + 1
        break
      }
      start = buffer.count
    }
    return line
  }

  private func firstLineFeed(from offset: Int) -> Int? {
    buffer.withUnsafeBytes { $0.firstOffset(of: 0x0A, from: offset) }
  }

  /// Reads one chunk more; what was used is dropped first.
  private func fill() throws(FileError) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    var code: Int32 = 0
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: ByteStream.chunk) { memory, used in
      repeat { count = read(descriptor, memory.baseAddress, memory.count) } while count < 0 && errno == EINTR
      code = errno
      used = max(count, 0)
    }
    buffer.append(contentsOf: piece)
    guard count >= 0 else { throw FileError(.read, path: name, code: code) }
    isAtEnd = count == 0
  }
}

extension UnsafeRawBufferPointer {
  /// The offset of the first such byte at or after `start`, by the C library's vectorized search.
  func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress else { return nil }
    return memchr(base + start, CInt(byte), count - start).map { UnsafeRawPointer($0) - base }
  }
}
