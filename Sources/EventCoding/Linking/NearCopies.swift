import Formats

/// Finds articles that tell mostly the same words: an agency's report in several papers.
///
/// Every article is a set of hashed runs of four words (shingles). The smallest 200 hashes are a fair sample (Broder 1997):
/// what two articles share of them estimates what they share of all.
struct NearCopies {
  private static let runLength = 4
  private static let sampleSize = 200
  /// Hashes by which candidates find each other.
  private static let keys = 24
  /// A hash that so many articles bear is boilerplate.
  private static let commonLimit = 64
  /// The likeness from which two articles are near-identical.
  static let threshold = 0.5

  private var samples: [[UInt64]] = []
  private var counts: [Int] = []
  private var places: [String: Int] = [:]
  private var pairs: [Pair: Double] = [:]

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// Compares all articles: id and text.
  init(_ articles: [LinkedArticle]) {
    for article in articles where places[article.docID] == nil {
      places[article.docID] = samples.count
      let hashes = NearCopies.shingles(article.text)
      counts.append(hashes.count)
      samples.append(Array(hashes.prefix(NearCopies.sampleSize)))
    }
    compare()
  }

  /// How much of the shorter article stands in the longer, 0 to 1; nil where they are not near-identical.
  func likeness(_ left: String, _ right: String) -> Double? {
    guard left != right, let first = places[left], let second = places[right] else { return nil }
    return pairs[Pair(first: min(first, second), second: max(first, second))]
  }

  private mutating func compare() {
    var bearers: [UInt64: [Int]] = [:]
    for (place, sample) in samples.enumerated() {
      var seen: Set<Int> = []
      for hash in sample.prefix(NearCopies.keys) {
        let others = bearers[hash] ?? []
        if others.count < NearCopies.commonLimit {
          seen.formUnion(others)
          bearers[hash, default: []].append(place)
        }
      }
      for other in seen {
        let likeness = share(other, place)
        if likeness >= NearCopies.threshold { pairs[Pair(first: other, second: place)] = likeness }
      }
    }
  }

  /// What the two share, of the shorter one.
  private func share(_ left: Int, _ right: Int) -> Double {
    let (first, second) = (samples[left], samples[right])
    let shorter = min(counts[left], counts[right])
    guard shorter > 0 else { return 0 }
    let known = Set(first)
    let union = Array(Set(first + second).sorted().prefix(NearCopies.sampleSize))
    let both = Set(second).intersection(known)
    let jaccard = Double(union.count { both.contains($0) }) / Double(union.count)
    let shared = jaccard / (1 + jaccard) * Double(counts[left] + counts[right])
    return min(1, shared / Double(shorter))
  }

  // MARK: Shingles

  /// The hashes of all runs of words, each once, ascending.
  private static func shingles(_ text: String) -> [UInt64] {
    let words = wordHashes(text)
    guard words.count >= runLength else { return words.isEmpty ? [] : [mixed(words[...])] }
    var hashes: Set<UInt64> = []
    for start in 0...words.count - runLength { hashes.insert(mixed(words[start..<start + runLength])) }
    return hashes.sorted()
  }

  /// Letters and digits make words; case does not count, nor do marks.
  private static func wordHashes(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    var hash = FNV1a64()
    var isOpen = false
    for byte in text.utf8 {
      let lower = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
      if lower >= 0x80 || lower >= 0x61 && lower <= 0x7a || lower >= 0x30 && lower <= 0x39 {
        hash.combine(lower)
        isOpen = true
      } else if isOpen {
        words.append(hash.value)
        (hash, isOpen) = (FNV1a64(), false)
      }
    }
    if isOpen { words.append(hash.value) }
    return words
  }

  /// One hash of several, spread over all bits, so that the smallest are a fair sample.
  private static func mixed(_ words: ArraySlice<UInt64>) -> UInt64 {
    var value: UInt64 = 0
    for word in words {
      value = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
      value ^= value >> 29
    }
    value = (value ^ value >> 31) &* 0xbf58_476d_1ce4_e5b9
    return value ^ value >> 32
  }
}
