import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Little-endian bytes in the making: in memory while they are few, beyond that in a file without a name, which is gone
/// when the program ends, however it ends.
///
/// A write that fails is remembered in `failure`, and what follows is dropped.
final class ScratchBytes {
  /// Where the file is made.
  let folder: String
  private(set) var count = 0
  private(set) var failure: FileError?

  private var buffer: [UInt8] = []
  private let capacity: Int
  private var file: Int32 = -1
  private var mapping: UnsafeRawBufferPointer?

  /// - Parameter capacity: bytes that are kept in memory.
  init(folder: String, capacity: Int = 1 << 20) {
    self.folder = folder
    self.capacity = capacity
  }

  /// Bytes that are in memory already and stay there.
  init(_ bytes: [UInt8]) {
    folder = ""
    capacity = .max
    buffer = bytes
    count = bytes.count
  }

  deinit {
    unmap()
    if file >= 0 { close(file) }
  }

  func put(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { put($0) } }

  func put(_ value: Double) { put(value.bitPattern) }

  func put(_ bytes: [UInt8]) { bytes.withUnsafeBytes { put($0) } }

  func put(_ bytes: UnsafeRawBufferPointer) {
    buffer.append(contentsOf: bytes)
    count += bytes.count
    if buffer.count >= capacity { spill() }
  }

  /// Fills up with zeros to a multiple of `size` bytes from the start.
  func pad(to size: Int) {
    let rest = count % size
    if rest > 0 { put([UInt8](repeating: 0, count: size - rest)) }
  }

  /// Everything so far, without a copy; valid until the next `put`.
  func withBytes<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard file < 0 else {
      spill()
      return try body(mapped())
    }
    return try buffer.withRaw(body)
  }

  // MARK: The file

  private func spill() {
    unmap()
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil, !buffer.isEmpty else { return }
    if file < 0 { file = Self.open(in: folder) }
    guard file >= 0, buffer.withUnsafeBytes({ Self.write($0, to: file) }) else {
      failure = FileError(.write, path: folder + "/", code: errno)
      return
    }
  }

  private func mapped() -> UnsafeRawBufferPointer {
    if let mapping { return mapping }
    guard failure == nil, count > 0 else { return .init(start: nil, count: 0) }
    guard let memory = mmap(nil, count, PROT_READ, MAP_SHARED, file, 0), memory != MAP_FAILED else {
      failure = FileError(.read, path: folder + "/", code: errno)
      return .init(start: nil, count: 0)
    }
    let bytes = UnsafeRawBufferPointer(start: memory, count: count)
    mapping = bytes
    return bytes
  }

  /// Gives back the memory that reading took; the bytes stay where they are and can be read again.
  func rest() { if file >= 0 { unmap() } }

  private func unmap() {
    guard let mapping else { return }
    munmap(UnsafeMutableRawPointer(mutating: mapping.baseAddress), mapping.count)
    self.mapping = nil
  }

  private static func open(in folder: String) -> Int32 {
    var template = Array("\(folder)/.eventmapper-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return file }
    unlink(template)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = Glibc.write(file, part.baseAddress, part.count)
      if written > 0 { rest = rest.dropFirst(written) }
      if written < 0 && errno != EINTR { return false }
    }
    return true
  }
}

extension [UInt8] {
  /// `withUnsafeBytes` that keeps the error's type.
  func withRaw<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let result = withUnsafeBytes { bytes in
      Swift.Result<Result, Failure> { () throws(Failure) in try body(bytes) }
    }
    return try result.get()
  }
}
