/// Reduces a word to the skeleton by which its spellings find each other: classes of consonants, no vowels.
struct SkeletonTable: Sendable {
  private struct Pattern: Sendable {
    let bytes: [UInt8]
    let out: [UInt8]
  }

  /// Patterns by first byte, longest first.
  private var patterns = [[Pattern]](repeating: [], count: 256)

  mutating func add(_ pattern: String, _ out: String) {
    let bytes = pattern.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
    guard let first = bytes.first else { return }
    patterns[Int(first)].append(Pattern(bytes: bytes, out: Array(out.utf8)))
  }

  mutating func seal() {
    for first in patterns.indices { patterns[first].sort { $0.bytes.count > $1.bytes.count } }
  }

  /// The classes of Latin letters, for spellings one letter away.
  let alphabet: [UInt8] = Array("bcdfghjklmnrstz".utf8)

  /// Appends the skeleton of the word at `range` of `text`, which has a space on either side of every word.
  /// Two equal classes side by side in the spelling are one.
  func append(_ range: Range<Int>, of text: [UInt8], to out: inout [UInt8]) {
    var position = range.lowerBound
    let floor = out.count
    var afterVowel = true
    while position < range.upperBound {
      let step = match(text, at: position)
      let produced = step.out ?? [text[position]]
      if produced.isEmpty {
        afterVowel = true
      } else {
        if !afterVowel, out.count > floor, out.last == produced.first {
          out.append(contentsOf: produced.dropFirst())
        } else {
          out.append(contentsOf: produced)
        }
        afterVowel = false
      }
      position += step.length
    }
  }

  private func match(_ text: [UInt8], at position: Int) -> (length: Int, out: [UInt8]?) {
    for pattern in patterns[Int(text[position])] where text[position...].starts(with: pattern.bytes) {
      // The space of a pattern's edge is looked at, not eaten.
      let eaten = pattern.bytes.last == 0x20 ? pattern.bytes.count - 1 : pattern.bytes.count
      return (max(1, eaten), pattern.out)
    }
    return (1, nil)
  }
}
