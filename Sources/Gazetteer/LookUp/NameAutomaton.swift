/// States, words and the steps between them, as far as text has asked for them.
struct NameAutomaton {
  private let index: PlaceIndex
  private let start: NameState
  private var words = KnownWords()
  private var states: [RememberedState] = []
  private var steps = StepTable()

  private struct RememberedState {
    let state: NameState
    /// The names that end here; nil before anybody asked.
    var matches: [NameMatch]?
  }

  init(_ index: PlaceIndex) {
    self.index = index
    start = index.start()
  }

  /// Whether nothing more should be remembered: less than the numbers of a step have room for, since the name that is
  /// being read may still bring a few.
  var isFull: Bool {
    states.count >= StepTable.mostStates - 256 || words.count >= StepTable.mostWords - 256 || steps.isFull
  }

  /// What stands behind a state's number.
  func state(_ known: KnownState) -> NameState { states[Int(known.number)].state }

  /// The names that end with the words so far.
  mutating func matches(_ known: KnownState) -> [NameMatch] {
    if let matches = states[Int(known.number)].matches { return matches }
    let found = index.matches(state(known))
    states[Int(known.number)].matches = found
    return found
  }

  /// The state after one more word, or after a first one; nil when no name goes on so.
  mutating func step(
    from before: KnownState?, _ utf8: UnsafeRawBufferPointer, _ hash: UInt64, _ isJoined: Bool
  ) -> KnownState? {
    let word = words.number(of: utf8, hash, in: index)
    let key = StepTable.key(before?.number ?? -1, word, isJoined)
    if let key, let known = steps[key] { return known < 0 ? nil : KnownState(number: known) }
    guard let next = index.step(before.map { state($0) } ?? start, words[word], isJoined: isJoined) else {
      if let key { steps.enter(key, -1) }
      return nil
    }
    states.append(RememberedState(state: next, matches: nil))
    if let key { steps.enter(key, Int32(states.count - 1)) }
    return KnownState(number: Int32(states.count - 1))
  }
}

/// Words by their numbers, found by their hashes and their first letter's case.
private struct KnownWords {
  private var words: [KnownWord] = []
  /// Open addressing: the upper bits of a hash, and below them one more than the word's number; 0 is a free slot.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)

  private static let numbers: UInt64 = 0xFFFF

  var count: Int { words.count }
  subscript(number: Int32) -> KnownWord { words[Int(number)] }

  /// The number of a word, entered if it is new.
  mutating func number(of utf8: UnsafeRawBufferPointer, _ hash: UInt64, in index: PlaceIndex) -> Int32 {
    let tag = (NameWord.isCapitalized(utf8) ? hash : ~hash) & ~Self.numbers
    var slot = home(of: tag)
    while slots[slot] != 0 {
      if slots[slot] & ~Self.numbers == tag { return Int32(slots[slot] & Self.numbers) - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    words.append(KnownWord(utf8, in: index))
    if words.count < Int(Self.numbers) { slots[slot] = tag | UInt64(words.count) }
    if words.count * 2 > slots.count { grow() }
    return Int32(words.count - 1)
  }

  private func home(of tag: UInt64) -> Int { Int(truncatingIfNeeded: tag >> 16 ^ tag >> 40) & (slots.count - 1) }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      var slot = home(of: entry & ~Self.numbers)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}

/// Where a word leads from a state: 32 bits for state, word and hyphen, 32 bits for what follows.
private struct StepTable {
  static let mostStates = 1 << 15
  static let mostWords = 1 << 15

  /// One more than the next state's number, 1 for none at all; an entry of 0 is free.
  private var slots = [(key: UInt32, next: Int32)](repeating: (0, 0), count: 1 << 13)
  private var count = 0

  /// A table that outgrows the processor's caches is slower than beginning anew.
  var isFull: Bool { count >= 1 << 18 }

  /// nil where the numbers have no room. The state before any word is -1.
  @inline(__always)
  static func key(_ state: Int32, _ word: Int32, _ isJoined: Bool) -> UInt32? {
    guard state < mostStates - 1, word < mostWords else { return nil }
    return UInt32(state + 1) << 16 | UInt32(word) << 1 | (isJoined ? 1 : 0)
  }

  /// The next state, -1 where no name goes on so, nil where nobody asked.
  subscript(key: UInt32) -> Int32? {
    let next = slots[slot(of: key)].next
    return next == 0 ? nil : next - 2
  }

  /// Enters a step that is not there.
  mutating func enter(_ key: UInt32, _ next: Int32) {
    slots[slot(of: key)] = (key, next + 2)
    count += 1
    if count * 2 > slots.count { grow() }
  }

  /// Where the step stands, or the free slot where it would.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot].next != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    for entry in old where entry.next != 0 { slots[slot(of: entry.key)] = entry }
  }
}
