#if canImport(Glibc)
  import Glibc
#endif
import Formats

/// The reference data beside the repository, where it is present.
enum Shared {
  /// The path of a file, nil (and said so) where there is none.
  static func path(_ name: String) -> String? {
    let folder = getenv("EVENTMAPPER_SHARED").map { String(cString: $0) } ?? Committed.root + "/../shared"
    let path = folder + "/" + name
    guard access(path, R_OK) == 0 else {
      print("SKIPPED: no \(name) beside the repository (EVENTMAPPER_SHARED)")
      return nil
    }
    return path
  }

  static func table(_ name: String) throws -> Table? {
    try path(name).map { try Table(try MappedFile($0)) }
  }
}

/// The bytes of a file.
enum MappedBytes {
  static func read(_ path: String) throws -> [UInt8] { try MappedFile(path).withBytes { Array($0) } }
}
