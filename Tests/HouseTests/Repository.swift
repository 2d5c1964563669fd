import Foundation
import Testing

/// The repository that these tests stand in.
enum Repository {
  /// Its folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// One of its files.
  struct File: CustomTestStringConvertible, Sendable {
    /// From the root: `Sources/Formats/JSON/JSONValue.swift`.
    let path: String
    let lines: [String]

    var testDescription: String { path }
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    /// `Formats` of `Sources/Formats/JSON/JSONValue.swift`.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// Lines with their numbers, without comments.
    var code: [(number: Int, text: String)] {
      lines.enumerated().map { ($0 + 1, File.withoutComment($1)) }.filter { !$0.1.isEmpty }
    }

    private static func withoutComment(_ line: String) -> String {
      let text = line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? line
      return text.trimmingCharacters(in: .whitespaces)
    }
  }

  /// The text of a file, nil where there is none.
  static func text(_ path: String) -> String? { try? String(contentsOfFile: root + "/" + path, encoding: .utf8) }

  /// All files under a folder whose names end so, sorted.
  static func files(_ folder: String, endings: [String]) -> [File] {
    let names = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
    let wanted = names.filter { name in
      endings.contains { name.hasSuffix($0) } && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    return wanted.sorted().compactMap { name in
      text(folder + "/" + name).map { text in
        File(
          path: folder + "/" + name,
          lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      }
    }
  }

  static let sources = files("Sources", endings: [".swift"])
  static let tests = files("Tests", endings: [".swift"])
}
