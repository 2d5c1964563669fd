import Foundation

/// A folder that lives as long as the test that made it.
package final class Scratch {
  package let path: String

  package init() {
    path = NSTemporaryDirectory() + "eventmapper-test-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder, there or not.
  package func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders above it, and gives its path.
  @discardableResult package func file(_ name: String, _ bytes: [UInt8]) -> String {
    let whole = file(name)
    let folder = URL(filePath: whole).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: whole, contents: Data(bytes))
    return whole
  }

  @discardableResult package func file(_ name: String, _ text: String) -> String { file(name, Array(text.utf8)) }

  package func read(_ name: String) -> [UInt8] {
    FileManager.default.contents(atPath: file(name)).map(Array.init) ?? []
  }

  /// The names in the folder, sorted.
  package var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
