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
    var contents: [UInt8] = []
    contents.reserveCapacity(texts.count + entries.count * IndexFormat.Content.size)
    let names = ScratchBytes(folder: folder)
    var first = 0
    while first < entries.count {
      var end = first + 1
      while end < entries.count, isSame(entries[end], entries[first]) { end += 1 }
      put(entries[first], names: end - first, firstName: names.count / 4, to: &contents)
      for entry in entries[first..<end] { names.put(entry.name) }
      first = end
    }
    entries = []
    texts = []
    let keys = keyTable(contents)
    return [
      .contents: ScratchBytes(contents), .contentNames: names, .spellingStarts: keys.starts,
      .spellingEntries: keys.entries,
    ]
  }

  /// Appends an `IndexFormat.Content`.
  private func put(_ entry: Entry, names: Int, firstName: Int, to contents: inout [UInt8]) {
    let text = content(entry.text).dropFirst()
    contents.append(UInt8(text.count))
    contents.append(entry.set)
    withUnsafeBytes(of: UInt16(clamping: names).littleEndian) { contents.append(contentsOf: $0) }
    withUnsafeBytes(of: UInt32(firstName).littleEndian) { contents.append(contentsOf: $0) }
    contents.append(contentsOf: text)
  }

  private func content(_ text: UInt32) -> ArraySlice<UInt8> {
    texts[Int(text)...Int(text) + Int(texts[Int(text)])]
  }

  private func isSame(_ a: Entry, _ b: Entry) -> Bool {
    a.hash == b.hash && a.set == b.set && content(a.text) == content(b.text)
  }

  // MARK: Keys

  /// Keys are made three times (counted, measured, written) rather than kept: there are many more of them than names.
  private func keyTable(_ contents: [UInt8]) -> (starts: ScratchBytes, entries: ScratchBytes) {
    var total = 0
    for sort in SpellingKeys.Sort.allCases { eachKey(contents, sort) { _, _ in total += 1 } }
    var bits: UInt64 = 0
    while 4 << bits < total { bits += 1 }
    var ends = [UInt32](repeating: 0, count: (1 << bits) + 1)
    for sort in SpellingKeys.Sort.allCases {
      eachKey(contents, sort) { key, _ in ends[SpellingTable.bucket(key, bits) + 1] += 1 }
    }
    for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
    let starts = ScratchBytes(folder: folder)
    for end in ends { starts.put(end) }
    var entries = [UInt8](repeating: 0, count: total * IndexFormat.SpellingEntry.size)
    for sort in SpellingKeys.Sort.allCases {
      eachKey(contents, sort) { key, content in
        let bucket = SpellingTable.bucket(key, bits)
        let base = Int(ends[bucket]) * IndexFormat.SpellingEntry.size
        ends[bucket] += 1
        entries[base] = UInt8(truncatingIfNeeded: key)
        let letters = SpellingTable.letters(text(of: content, contents))
        for offset in 0..<2 { entries[base + 1 + offset] = UInt8(truncatingIfNeeded: letters >> (8 * UInt16(offset))) }
        for offset in 0..<4 { entries[base + 3 + offset] = UInt8(truncatingIfNeeded: content >> (8 * offset)) }
      }
    }
    return (starts, ScratchBytes(entries))
  }

  private func text(of content: Int, _ contents: [UInt8]) -> ArraySlice<UInt8> {
    contents[(content + IndexFormat.Content.size)...].prefix(Int(contents[content]))
  }

  private func eachKey(_ contents: [UInt8], _ sort: SpellingKeys.Sort, _ body: (UInt64, Int) -> Void) {
    var makers = spellings.map { SpellingKeys($0) }
    var content = 0
    while content < contents.count {
      let set = Int(contents[content + IndexFormat.Content.set])
      makers[set].load(Array(text(of: content, contents)))
      makers[set].filed(sort) { body($0, content) }
      content += IndexFormat.Content.size + Int(contents[content + IndexFormat.Content.length])
    }
  }
}
