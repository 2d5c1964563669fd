import Formats
import Records

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `--text-out DIR`: each article's text under its doc_id.
struct TextFolder {
  private let path: String

  /// Makes the folder where there is none.
  init(_ path: String) throws {
    self.path = path
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileError(.write, path: path, code: errno) }
  }

  func write(_ article: Article) throws {
    try WholeFile.write(article.text, to: "\(path)/\(TextFolder.fileName(article.docID)).txt")
  }

  /// An id may be a URL: what no file name may hold becomes `_`, and a hash keeps such names apart.
  static func fileName(_ docID: String) -> String {
    let safe = docID.unicodeScalars.map { scalar -> Character in
      scalar == "/" || scalar == "\\" || scalar.value < 0x20 ? "_" : Character(scalar)
    }
    let name = String(safe.prefix(60))
    guard name != docID || name.hasPrefix(".") else { return name }
    return "_\(name)-\(FNV1a64.hash(docID).description)"
  }
}
