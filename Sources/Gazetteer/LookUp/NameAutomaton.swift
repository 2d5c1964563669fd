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

  /// The state after a first word; nil when no name begins so. What a word opens stands beside the word: mostly one load
  /// tells that no name begins with it.
  mutating func open(_ utf8: UnsafeRawBufferPointer, _ hash: UInt64, _ isJoined: Bool) -> KnownState? {
    let (word, slot) = words.find(utf8, hash, in: index)
    let known = words.opened(slot, isJoined)
    if known != KnownWords.unasked { return known < 0 ? nil : KnownState(number: known) }
    guard let next = index.step(start, words[word], isJoined: isJoined) else {
      words.enter(-1, slot, isJoined)
      return nil
    }
    states.append(RememberedState(state: next, matches: nil))
    words.enter(Int32(states.count - 1), slot, isJoined)
    return KnownState(number: Int32(states.count - 1))
  }

  /// The state after one more word; nil when no name goes on so.
  mutating func step(
    from before: KnownState, _ utf8: UnsafeRawBufferPointer, _ hash: UInt64, _ isJoined: Bool
  ) -> KnownState? {
    let word = words.find(utf8, hash, in: index).number
    let key = StepTable.key(before.number, word, isJoined)
    if let key, let known = steps[key] { return known < 0 ? nil : KnownState(number: known) }
    guard let next = index.step(state(before), words[word], isJoined: isJoined) else {
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
  /// A word that is known, or a free slot.
  private struct Slot {
    /// The upper bits of a hash, and below them one more than the word's number; 0 is a free slot.
    var tag: UInt64 = 0
    /// What the word opens alone, and joined to the next by a hyphen: two more than the number of a state, 1 for no
    /// name at all, 0 where nobody asked.
    var alone: Int32 = 0
    var joined: Int32 = 0
  }

  private var words: [KnownWord] = []
  /// Open addressing.
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)

  private static let numbers: UInt64 = 0xFFFF
  /// What is not yet known of a first word.
  static let unasked: Int32 = -2

  var count: Int { words.count }
  subscript(number: Int32) -> KnownWord { words[Int(number)] }

  /// What a word opens: the number of a state, -1 for no name, or `unasked`.
  @inline(__always)
  func opened(_ slot: Int, _ isJoined: Bool) -> Int32 { (isJoined ? slots[slot].joined : slots[slot].alone) - 2 }

  /// Notes what a word opens; in vain where there was no room for the word.
  mutating func enter(_ state: Int32, _ slot: Int, _ isJoined: Bool) {
    guard slots[slot].tag != 0 else { return }
    if isJoined { slots[slot].joined = state + 2 } else { slots[slot].alone = state + 2 }
  }

  /// The number of a word, entered if it is new, and its slot.
  mutating func find(
    _ utf8: UnsafeRawBufferPointer, _ hash: UInt64, in index: PlaceIndex
  ) -> (number: Int32, slot: Int) {
    let tag = (NameWord.isCapitalized(utf8) ? hash : ~hash) & ~Self.numbers
    let slot = slot(of: tag)
    if slots[slot].tag != 0 { return (Int32(slots[slot].tag & Self.numbers) - 1, slot) }
    words.append(KnownWord(utf8, in: index))
    let number = Int32(words.count - 1)
    guard words.count < Int(Self.numbers) else { return (number, slot) }
    slots[slot].tag = tag | UInt64(words.count)
    guard words.count * 2 > slots.count else { return (number, slot) }
    grow()
    return (number, self.slot(of: tag))
  }

  /// Where a word stands, or the free slot where it would.
  @inline(__always)
  private func slot(of tag: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: tag >> 16 ^ tag >> 40) & mask
    while slots[slot].tag != 0, slots[slot].tag & ~Self.numbers != tag { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for entry in old where entry.tag != 0 { slots[slot(of: entry.tag & ~Self.numbers)] = entry }
  }
}

/// Where a word leads from a state behind another: 32 bits for state, word and hyphen, 32 bits for what follows.
private struct StepTable {
  static let mostStates = 1 << 15
  static let mostWords = 1 << 15

  /// One more than the next state's number, 1 for none at all; an entry of 0 is free.
  private var slots = [(key: UInt32, next: Int32)](repeating: (0, 0), count: 1 << 13)
  private var count = 0

  /// A table that outgrows the processor's caches is slower than beginning anew.
  var isFull: Bool { count >= 1 << 18 }

  /// nil where the numbers have no room.
  @inline(__always)
  static func key(_ state: Int32, _ word: Int32, _ isJoined: Bool) -> UInt32? {
    guard state < mostStates, word < mostWords else { return nil }
    return UInt32(state) << 16 | UInt32(word) << 1 | (isJoined ? 1 : 0)
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
