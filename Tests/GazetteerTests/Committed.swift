import Formats
import Gazetteer
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The repository's own tables, compiled into a file that is removed when the process ends.
enum Committed {
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  static let compiler = GazetteerCompiler(
    folder: root + "/Gazetteer", spelling: root + "/Sources/Gazetteer/Data/spelling")

  static func index() throws -> PlaceIndex? {
    try withIndex(compiler.bytes()) { try PlaceIndex(paths: [$0]) }
  }

  /// Writes bytes to a file of their own, which is gone when the body is done (a mapping outlives its name).
  static func withIndex<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    var template = Array("/tmp/gazetteer-tests-XXXXXX".utf8CString)
    let number = mkstemp(&template)
    try #require(number >= 0)
    close(number)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    try WholeFile.write(bytes, to: path)
    return try body(path)
  }
}
