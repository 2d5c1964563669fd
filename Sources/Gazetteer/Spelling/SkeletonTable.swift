/// Reduces a word to the skeleton by which its spellings find each other: classes of consonants, no vowels.
struct SkeletonTable: Sendable {
  /// Up to eight bytes of text and the class they have, 0 for none.
  private struct Pattern: Sendable {
    let piece: PackedPiece
    let out: UInt8
  }

  /// Patterns by first byte, longest first; those of byte b lie at `starts[b]..<starts[b + 1]`.
  private var patterns: [Pattern] = []
  private var starts: [Int] = []
  private var added: [(first: UInt8, pattern: Pattern)] = []
  /// The class of a vowel in a shape; a vowel without a rule is a class of its own.
  private var vowels: [UInt8: UInt8] = [:]
  /// How other scripts are read.
  var script = ScriptTable()

  mutating func add(_ pattern: String, _ out: String) {
    guard let first = pattern.utf8.first else { return }
    let first0 = first == UInt8(ascii: "_") ? 0x20 : first
    added.append((first0, Pattern(piece: PackedPiece(pattern), out: out.utf8.first ?? 0)))
  }

  mutating func addVowel(_ vowel: String, _ out: String) {
    if let vowel = vowel.utf8.first, let out = out.utf8.first { vowels[vowel] = out }
  }

  mutating func seal() {
    added.sort { ($0.first, -$0.pattern.piece.count) < ($1.first, -$1.pattern.piece.count) }
    patterns = added.map(\.pattern)
    starts = [Int](repeating: 0, count: 257)
    for entry in added { starts[Int(entry.first) + 1] += 1 }
    for byte in 0..<256 { starts[byte + 1] += starts[byte] }
  }

  /// Appends the skeleton of the word at `range` of `text`, which has a space on either side of every word.
  /// Two equal classes side by side in the spelling are one. A shape keeps one vowel of each run of vowels.
  func append(_ range: Range<Int>, of text: [UInt8], asShape: Bool = false, to out: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      if !script.isEmpty, !ScriptTable.isASCII(text[range]) {
        var read: [UInt8] = [0x20]
        script.append(UnsafeBufferPointer(rebasing: text[range]), to: &read)
        read.append(0x20)
        read.withUnsafeBufferPointer { reduce(1..<$0.count - 1, of: $0, asShape: asShape, to: &out) }
      } else {
        reduce(range, of: text, asShape: asShape, to: &out)
      }
    }
  }

  private func reduce(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, asShape: Bool, to out: inout [UInt8]
  ) {
    var position = range.lowerBound
    let floor = out.count
    var afterVowel = true
    var vowelWritten = false
    while position < range.upperBound {
      let step = match(text, at: position)
      if step.out == 0 {
        if asShape, !vowelWritten, SpellingPrices.isVowel(text[position]) {
          out.append(vowels[text[position]] ?? text[position])
          vowelWritten = true
        }
        afterVowel = true
      } else {
        if afterVowel || out.count == floor || out.last != step.out { out.append(step.out) }
        afterVowel = false
        vowelWritten = false
      }
      position += step.length
    }
  }

  private func match(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (length: Int, out: UInt8) {
    let first = Int(text[position])
    for number in starts[first]..<starts[first + 1] {
      let piece = patterns[number].piece
      guard piece.begins(text, at: position) else { continue }
      // The space of a pattern's edge is looked at, not eaten.
      let eaten = piece.lastByte == 0x20 ? piece.count - 1 : piece.count
      return (max(1, eaten), patterns[number].out)
    }
    return (1, text[position])
  }
}
