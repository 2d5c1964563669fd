#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file descriptor; calls interrupted by a signal are repeated. Errors are `errno` values.
struct Descriptor {
  let number: Int32

  /// Opens the path; nil leaves the reason in `errno`.
  init?(_ path: String, _ flags: Int32, mode: mode_t = 0) {
    var result: Int32
    repeat { result = open(path, flags | O_CLOEXEC, mode) } while result < 0 && errno == EINTR
    guard result >= 0 else { return nil }
    number = result
  }

  /// A descriptor that is open already.
  init(number: Int32) { self.number = number }

  /// The file's kind, size and mode; nil leaves the reason in `errno`.
  func status() -> stat? {
    var result = stat()
    return fstat(number, &result) == 0 ? result : nil
  }

  /// Everything from here to the end; nil leaves the reason in `errno`.
  func readToEnd() -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(number, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count > 0 { bytes.append(contentsOf: chunk[..<count]) }
      if count < 0 && errno != EINTR { return nil }
    }
  }

  /// Writes all bytes; false leaves the reason in `errno`.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = systemWrite(number, part.baseAddress, part.count)
      if count > 0 { rest = rest.dropFirst(count) }
      if count < 0 && errno != EINTR { return false }
    }
    return true
  }

  func shut() { close(number) }
}

/// The C function, out of the shadow of the method of that name.
private func systemWrite(_ number: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(number, bytes, count)
}

/// Is the mode a folder's?
func isFolder(_ mode: mode_t) -> Bool { mode & S_IFMT == S_IFDIR }

/// Is the mode a regular file's (no pipe, no device)?
func isRegular(_ mode: mode_t) -> Bool { mode & S_IFMT == S_IFREG }
