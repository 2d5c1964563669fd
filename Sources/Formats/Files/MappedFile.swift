#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file's bytes, mapped into memory and not copied. Pipes and devices are read whole.
///
/// The bytes never change while the object lives, so it may be read from many tasks. A file that another
/// program cuts short meanwhile ends the process (the system's `SIGBUS`): map files that nobody is writing.
public final class MappedFile: @unchecked Sendable {  // immutable after init, and the memory is its own
  /// The content. Valid as long as this object: keep the object, or work inside `withBytes`.
  public let bytes: UnsafeRawBufferPointer
  /// The file as it was named, for messages.
  public let path: String

  private let isMapped: Bool

  /// Maps the file at the path.
  public init(_ path: String) throws(FileError) {
    guard let file = Descriptor(path, O_RDONLY) else { throw FileError(.read, path: path, code: errno) }
    defer { file.shut() }
    guard let status = file.status() else { throw FileError(.read, path: path, code: errno) }
    guard !isFolder(status.st_mode) else { throw FileError(.read, path: path, code: EISDIR) }
    let size = Int(status.st_size)
    if isRegular(status.st_mode), size > 0 {
      bytes = try Self.map(file, size: size, path: path)
      isMapped = true
    } else {
      guard let content = file.readToEnd() else { throw FileError(.read, path: path, code: errno) }
      bytes = Self.copy(content)
      isMapped = false
    }
    self.path = path
  }

  /// Bytes that are in memory already, under the name that messages shall give them.
  public init(copying content: [UInt8], path: String) {
    bytes = Self.copy(content)
    isMapped = false
    self.path = path
  }

  /// Standard input, read to its end; messages call it `standard input`.
  public static func standardInput() throws(FileError) -> MappedFile {
    guard let content = Descriptor(number: STDIN_FILENO).readToEnd() else {
      throw FileError(.read, path: "standard input", code: errno)
    }
    return MappedFile(copying: content, path: "standard input")
  }

  deinit {
    let memory = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
    if isMapped { munmap(memory, bytes.count) } else { memory?.deallocate() }
  }

  /// Calls the body with the bytes while the file is certainly alive.
  public func withBytes<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes)
  }

  private static func map(_ file: Descriptor, size: Int, path: String) throws(FileError) -> UnsafeRawBufferPointer {
    let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.number, 0)
    guard let memory, memory != MAP_FAILED else { throw FileError(.read, path: path, code: errno) }
    return UnsafeRawBufferPointer(start: memory, count: size)
  }

  private static func copy(_ content: [UInt8]) -> UnsafeRawBufferPointer {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
    memory.copyBytes(from: content)
    return UnsafeRawBufferPointer(memory)
  }
}
