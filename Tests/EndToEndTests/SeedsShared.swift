import TestSupport
import EventMapper
import Evaluation
import Formats
import Foundation
import Records

/// The annotated sets beside the repository, where they are present.
enum SeedsShared {
  static let folder: String =
    ProcessInfo.processInfo.environment["EVENTMAPPER_SHARED"] ?? Program.root + "/../shared"

  /// The path of a file or folder, nil (and said so) where there is none.
  static func path(_ name: String) -> String? {
    let path = folder + "/" + name
    if FileManager.default.fileExists(atPath: path) { return path }
    print("SKIPPED: no \(name) beside the repository (EVENTMAPPER_SHARED)")
    return nil
  }

  /// The stories and what is found in them, read once.
  static let stories: Result<[(story: GoldStory, findings: Findings)]?, any Error> = Result {
    guard let folder = path("eval/conflict-dev") else { return nil }
    let reader = try SeedsReading.shared.get()
    return try GoldStories(folder: folder).stories.map { ($0, reader.read($0.article())) }
  }

  /// The first texts of a set of toponyms, so that reading them takes seconds.
  static func part(_ name: String, count: Int, _ scratch: Scratch) throws -> String? {
    guard let folder = path("eval/" + name) else { return nil }
    let docs = try lines(folder + "/docs.jsonl").prefix(count)
    scratch.file(name + "/docs.jsonl", docs.joined(separator: "\n") + "\n")
    let ids = Set(docs.compactMap { try? JSONValue.parse($0)["docid"]?.stringValue })
    let gold = try lines(folder + "/gold.jsonl").filter { line in
      (try? JSONValue.parse(line)["docid"]?.stringValue).flatMap { $0 }.map(ids.contains) ?? false
    }
    scratch.file(name + "/gold.jsonl", gold.joined(separator: "\n") + "\n")
    return scratch.path + "/" + name
  }

  private static func lines(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// Standard output of a Python program; nil (and said so) where it fails.
  static func python(_ arguments: [String]) -> String? {
    let outcome = Program.start("/usr/bin/env", ["python3"] + arguments, [], [:], nil)
    if outcome.status == 0 { return outcome.text }
    print("SKIPPED: python3 \(arguments.first ?? ""): \(outcome.errors)")
    return nil
  }
}
