public import Records

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of annotated stories: `real/20.txt` with `real/20.gold.json`, `hard/02.txt` with `hard/02.gold.json`.
public struct GoldStories: Hashable, Sendable {
  /// The folders that are looked into.
  public static let sets = ["real", "hard"]

  /// What messages call it.
  public let path: String
  /// The stories, set by set, sorted by name.
  public let stories: [GoldStory]

  /// Whether the folder holds such stories.
  public static func isSet(_ path: String) -> Bool { sets.contains { !names("\(path)/\($0)").isEmpty } }

  /// Reads a folder of stories.
  public init(folder path: String) throws(EvaluationError) {
    var stories: [GoldStory] = []
    for set in GoldStories.sets {
      for name in GoldStories.names("\(path)/\(set)") {
        stories.append(try GoldStoryReader.read(folder: path, set: set, name: name))
      }
    }
    guard !stories.isEmpty else {
      throw .empty(path: path, wanted: "name a folder in which real/ or hard/ holds NN.txt and NN.gold.json")
    }
    self.path = path
    self.stories = stories
  }

  /// How findings compare with the annotation; `findings` gives those of a story.
  public func score(_ findings: (GoldStory) -> Findings) -> StoryScore {
    var sum = StoryScore()
    for story in stories { sum += StoryScorer(story: story, prediction: StoryPrediction(findings(story))).score() }
    return sum
  }

  /// The names before `.gold.json` in a folder, sorted; none where it cannot be read.
  private static func names(_ folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".gold.json"), !name.hasPrefix(".") { names.append(String(name.dropLast(10))) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
