import Formats
import Gazetteer
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The repository's own tables.
enum Committed {
  /// The repository.
  static let root: String = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static let compiler = GazetteerCompiler(folder: root + "/Gazetteer", spelling: spelling)
  static let spelling = root + "/Sources/Gazetteer/Data/spelling"
  static let bytes = Result { try compiler.bytes() }

  /// The index of all committed tables, compiled once for all tests.
  static let index: Result<PlaceIndex, any Error> = Result {
    try TemporaryFile.with(bytes.get()) { try PlaceIndex(paths: [$0]) }
  }
}

/// Files and folders that are gone when their body is done.
enum TemporaryFile {
  /// Writes bytes to a file; a mapping outlives the file's name.
  static func with<Value>(_ bytes: [UInt8], _ body: (String) throws -> Value) throws -> Value {
    try withFolder(["index": bytes]) { try body($0 + "/index") }
  }

  /// Writes files, in folders if their names say so.
  static func withFolder<Value>(_ files: [String: [UInt8]], _ body: (String) throws -> Value) throws -> Value {
    var template = Array("/tmp/gazetteer-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let names = files.keys.sorted()
    let folders = Set(names.compactMap { $0.split(separator: "/").dropLast().first.map(String.init) })
    defer {
      for name in names { unlink(folder + "/" + name) }
      for name in folders { rmdir(folder + "/" + name) }
      rmdir(folder)
    }
    for name in folders { mkdir(folder + "/" + name, 0o755) }
    for name in names { try WholeFile.write(files[name] ?? [], to: folder + "/" + name) }
    return try body(folder)
  }
}
