import Formats
import Publishing

/// Where the repository's files lie, found from this source file.
enum Repository {
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/")
  }()

  static let data = root + "/Sources/Publishing/Data"

  static func text(_ path: String) throws -> String {
    try MappedFile(root + "/" + path).withBytes { String(decoding: $0, as: UTF8.self) }
  }

  static func stylebook() throws -> Stylebook { try Stylebook(folder: data) }
}
