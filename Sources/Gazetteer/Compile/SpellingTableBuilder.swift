import Formats

/// `SpellingTable` in the making.
struct SpellingTableBuilder {
  private struct Entry {
    let hash: UInt64
    let text: UInt32
    let name: UInt32
    let set: UInt8
    /// Greater places stand first among the names of a content.
    let rank: UInt8
  }

  private let spellings: [SpellingRules]
  private var entries: [Entry] = []
  /// Contents one after another, each with its length before it.
  private var texts: [UInt8] = []

  private let folder: String

  /// - Parameter folder: where files without a name are made when memory is not enough.
  init(_ spellings: [SpellingRules], folder: String) {
    self.spellings = spellings
    self.folder = folder
  }

  /// Enters a name under one of the sets. Names too long to align are found as they are written alone.
  mutating func add(_ content: [UInt8], name: UInt32, set: Int, rank: UInt8) {
    guard content.count > 2, content.count <= Alignment.longest else { return }
    let hash = WordHash.word(content, seed: UInt64(set))
    entries.append(Entry(hash: hash, text: UInt32(texts.count), name: name, set: UInt8(set), rank: rank))
    texts.append(UInt8(content.count))
    texts.append(contentsOf: content)
  }

  /// The sections of the index. The same names in the same order give the same bytes.
  mutating func build() -> [IndexSection: ScratchBytes] {
    entries.sort { ($0.hash, $1.rank, $0.name) < ($1.hash, $0.rank, $1.name) }
    let contents = ScratchBytes(folder: folder)
    let names = ScratchBytes(folder: folder)
    var text: [UInt8] = []
    var starts: [(text: Int, set: Int)] = []
    for (number, entry) in entries.enumerated() {
      if number == 0 || !isSame(entry, entries[number - 1]) {
        contents.put(UInt32(text.count))
        contents.put(UInt32(names.count / 4))
        contents.put(UInt32(entry.set))
        starts.append((text.count, Int(entry.set)))
        text.append(contentsOf: content(entry.text))
      }
      names.put(entry.name)
    }
    contents.put(UInt32(text.count))
    contents.put(UInt32(names.count / 4))
    contents.put(UInt32(0))
    entries = []
    texts = []
    let keys = keyTable(starts, text)
    return [
      .contents: contents, .contentText: ScratchBytes(text), .contentNames: names, .spellingStarts: keys.starts,
      .spellingEntries: keys.entries,
    ]
  }

  private func content(_ text: UInt32) -> ArraySlice<UInt8> {
    texts[Int(text)...Int(text) + Int(texts[Int(text)])]
  }

  private func isSame(_ a: Entry, _ b: Entry) -> Bool {
    a.hash == b.hash && a.set == b.set && content(a.text) == content(b.text)
  }

  // MARK: Keys

  /// Keys are made three times (counted, measured, written) rather than kept: there are many more of them than names.
  private func keyTable(_ contents: [(text: Int, set: Int)], _ text: [UInt8]) -> (
    starts: ScratchBytes, entries: ScratchBytes
  ) {
    var total = 0
    for sort in SpellingKeys.Sort.allCases { eachKey(contents, text, sort) { _, _ in total += 1 } }
    var bits: UInt64 = 0
    while 4 << bits < total { bits += 1 }
    var ends = [UInt32](repeating: 0, count: (1 << bits) + 1)
    for sort in SpellingKeys.Sort.allCases {
      eachKey(contents, text, sort) { key, _ in ends[SpellingTable.bucket(key, bits) + 1] += 1 }
    }
    for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
    let starts = ScratchBytes(folder: folder)
    for end in ends { starts.put(end) }
    var entries = [UInt8](repeating: 0, count: total * IndexFormat.spellingEntrySize)
    for sort in SpellingKeys.Sort.allCases {
      eachKey(contents, text, sort) { key, content in
        let bucket = SpellingTable.bucket(key, bits)
        let base = Int(ends[bucket]) * IndexFormat.spellingEntrySize
        ends[bucket] += 1
        entries[base] = UInt8(truncatingIfNeeded: key)
        withUnsafeBytes(of: UInt32(content).littleEndian) { bytes in
          for offset in 0..<4 { entries[base + 1 + offset] = bytes[offset] }
        }
      }
    }
    return (starts, ScratchBytes(entries))
  }

  private func eachKey(
    _ contents: [(text: Int, set: Int)], _ text: [UInt8], _ sort: SpellingKeys.Sort, _ body: (UInt64, Int) -> Void
  ) {
    var makers = spellings.map { SpellingKeys($0) }
    for (number, content) in contents.enumerated() {
      makers[content.set].load(Array(text[(content.text + 1)...content.text + Int(text[content.text])]))
      makers[content.set].filed(sort) { body($0, number) }
    }
  }
}
