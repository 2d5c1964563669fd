import Formats

/// The cues of `zones.tsv`, cut as the tokenizer cuts text and found by the hash of their first token: no word of a
/// zone need be in the vocabulary.
struct ZoneCues: Sendable {
  /// What a cue tells.
  enum Zone: String {
    case caption, credit, bracketed, agency, head
  }

  /// Where in a block it stands.
  private enum Position: String {
    case start, end, anywhere
  }

  private struct Cue {
    let zone: Zone
    let position: Position
    let tokens: [UInt64]
    let weight: Double
    /// The same for cues of the same tokens.
    let identity: Int
  }

  /// The cues by first token: one more than an index into `groups`.
  private var slots = HashSlots()
  private var groups: [[Cue]] = []
  /// A bit for each of the lowest bits of a first token's hash: most tokens are passed over by it.
  private var filter = [UInt64](repeating: 0, count: 64)
  private var identities: [[UInt64]: Int] = [:]

  /// Adds a row of the table.
  mutating func add(_ row: TableRow, _ tokenizer: Tokenizer) throws {
    guard let zone = Zone(rawValue: try row.text("zone")) else {
      throw row.error(.invalid(column: "zone", wanted: "caption, credit, bracketed, agency or head"))
    }
    guard let position = Position(rawValue: try row.text("where")) else {
      throw row.error(.invalid(column: "where", wanted: "start, end or anywhere"))
    }
    let tokens = ZoneCues.tokens(Array(try row.text("words").utf8), tokenizer)
    guard let first = tokens.first else { throw row.error(.missing(column: "words")) }
    let identity = identities[tokens] ?? identities.count
    identities[tokens] = identity
    let weight = try row.double("weight") ?? 0
    append(Cue(zone: zone, position: position, tokens: tokens, weight: weight, identity: identity), at: first)
  }

  private mutating func append(_ cue: Cue, at first: UInt64) {
    filter[Int(first >> 6 & 63)] |= 1 << (first & 63)
    if slots[first] == 0 {
      groups.append([])
      slots.insert(first, Int32(groups.count))
    }
    groups[Int(slots[first]) - 1].append(cue)
  }

  /// The weight of all cues of a zone in a range of hashed tokens, each cue counted once.
  func weight(of zone: Zone, _ hashes: ArraySlice<UInt64>) -> Double {
    var seen: [Int] = []
    var sum = 0.0
    for index in hashes.indices {
      let hash = hashes[index]
      guard filter[Int(hash >> 6 & 63)] >> (hash & 63) & 1 == 1 else { continue }
      let group = slots[hash]
      guard group != 0 else { continue }
      for cue in groups[Int(group) - 1] where cue.zone == zone && stands(cue, at: index, hashes) {
        if !seen.contains(cue.identity) {
          seen.append(cue.identity)
          sum += cue.weight
        }
      }
    }
    return sum
  }

  private func stands(_ cue: Cue, at index: Int, _ hashes: ArraySlice<UInt64>) -> Bool {
    switch cue.position {
    case .start where index > hashes.startIndex: false
    case .end where index + cue.tokens.count < hashes.endIndex: false
    default: hashes[index...].starts(with: cue.tokens)
    }
  }

  /// The length in tokens of the longest cue of a zone that begins at the head of the range, 0 where none does.
  func length(of zone: Zone, atHeadOf hashes: ArraySlice<UInt64>) -> Int {
    guard let first = hashes.first, slots[first] != 0 else { return 0 }
    return groups[Int(slots[first]) - 1].reduce(0) { longest, cue in
      cue.zone == zone && hashes.starts(with: cue.tokens) ? max(longest, cue.tokens.count) : longest
    }
  }

  /// Stands for every hyphen and dash.
  static let dash: UInt64 = 0

  /// The hashes of a range of tokens.
  static func hashes(_ tokens: ArraySlice<Token>, _ bytes: [UInt8]) -> [UInt64] {
    bytes.withUnsafeBufferPointer { text in
      tokens.map { $0.kind == .dash || $0.kind == .hyphen ? dash : Vocabulary.hash(text: text, $0.range) }
    }
  }

  private static func tokens(_ text: [UInt8], _ tokenizer: Tokenizer) -> [UInt64] {
    var tokenizer = tokenizer
    text.withUnsafeBufferPointer { tokenizer.read($0, 0..<text.count) }
    return tokenizer.hashes
  }
}
