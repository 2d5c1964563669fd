#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file could not be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried.
  public enum Operation: String, Hashable, Sendable {
    case read
    case write
  }

  /// What was tried.
  public let operation: Operation
  /// The file, as it was named by the caller.
  public let path: String
  /// The system's error number; 0 for a fault found by this module itself.
  public let code: Int32

  /// An error with the system's number, which is `errno` right after the failed call.
  public init(_ operation: Operation, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// `cannot read X: no such file; ...`
  public var description: String { "cannot \(operation.rawValue) \(path): \(reason)" }

  private var reason: String {
    switch (code, operation) {
    case (ENOENT, .read): "no such file; check the spelling and the folder"
    case (ENOENT, .write): "its folder does not exist; make the folder first"
    case (ENOTDIR, _): "a part of its path is a file, not a folder; check the path"
    case (EISDIR, .read): "it is a folder; name a file in it"
    case (EISDIR, .write): "it is a folder; name a file"
    case (EACCES, .read), (EPERM, .read): "permission denied; make it readable"
    case (EACCES, .write), (EPERM, .write), (EROFS, .write): "permission denied; choose a folder you may write to"
    case (ENOSPC, _), (EDQUOT, _): "the disk is full; make room, the old file is untouched"
    default: strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }
}
