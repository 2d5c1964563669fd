/// The skeleton of a name's words, side by side.
struct NameSkeleton {
  private(set) var bytes: [UInt8] = []
  /// Where each word lies in `bytes`.
  private(set) var words: [Range<Int>] = []

  init(_ name: ContentWords, _ rules: SpellingRules) {
    for range in name.ranges {
      let start = bytes.count
      rules.skeleton.append(range, of: name.bytes, to: &bytes)
      words.append(start..<bytes.count)
    }
  }
}
