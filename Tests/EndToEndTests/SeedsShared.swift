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

  /// Standard output of a Python program; nil (and said so) where it fails.
  static func python(_ arguments: [String]) -> String? {
    let outcome = Program.start("/usr/bin/env", ["python3"] + arguments, [], [:], nil)
    if outcome.status == 0 { return outcome.text }
    print("SKIPPED: python3 \(arguments.first ?? ""): \(outcome.errors)")
    return nil
  }
}
