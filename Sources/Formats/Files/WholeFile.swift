#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that are written whole or not at all.
public enum WholeFile {
  /// Writes the file; on any failure the old one stands as it was and nothing else is left behind.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let writer = try WholeFileWriter(path)
    try writer.append(bytes)
    try writer.commit()
  }
}

/// A file that is written in pieces and appears under its name with `commit()`.
///
/// The pieces go to a temporary file in the same folder, which is flushed to disk and then renamed. Dropping
/// the writer without a commit removes the temporary file. A link is followed; what is no regular file (a
/// pipe, `/dev/null`) is written straight.
public final class WholeFileWriter {
  private let path: String
  private let target: String
  /// nil when the target is written straight.
  private let temporary: String?
  private let file: Descriptor
  private var isOpen = true

  /// Opens a new file for the path; nothing changes there yet.
  public init(_ path: String) throws(FileError) {
    self.path = path
    target = Self.followLinks(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    guard !exists || !isFolder(status.st_mode) else { throw FileError(.write, path: path, code: EISDIR) }
    if exists, !isRegular(status.st_mode) {
      temporary = nil
      guard let open = Descriptor(target, O_WRONLY) else { throw FileError(.write, path: path, code: errno) }
      file = open
    } else {
      let (name, open) = try Self.temporaryFile(beside: target, for: path)
      temporary = name
      file = open
      if exists { fchmod(open.number, status.st_mode & 0o7777) }
    }
  }

  deinit { discard() }

  /// Appends bytes.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    precondition(isOpen, "append after commit")
    guard bytes.withUnsafeBytes({ file.write($0) }) else { throw failed() }
  }

  /// Flushes the file and gives it its name.
  public func commit() throws(FileError) {
    precondition(isOpen, "commit twice")
    if let temporary {
      guard fsync(file.number) == 0 else { throw failed() }
      guard rename(temporary, target) == 0 else { throw failed() }
    }
    isOpen = false
    file.shut()
  }

  private func failed() -> FileError {
    let error = FileError(.write, path: path, code: errno)
    discard()
    return error
  }

  private func discard() {
    guard isOpen else { return }
    isOpen = false
    file.shut()
    if let temporary { unlink(temporary) }
  }

  /// The file a link points to, so that the link stays a link; the path itself when there is none yet.
  private static func followLinks(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func temporaryFile(
    beside target: String, for path: String
  ) throws(FileError) -> (name: String, file: Descriptor) {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    for attempt in 0..<1000 {
      let name = "\(folder).eventmapper-\(getpid())-\(attempt).tmp"
      if let file = Descriptor(name, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666) { return (name, file) }
      guard errno == EEXIST else { break }
    }
    throw FileError(.write, path: path, code: errno)
  }
}
