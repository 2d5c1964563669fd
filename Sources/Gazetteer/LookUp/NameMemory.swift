import Formats

/// What one worker remembers of an index: an automaton over its names that grows as text asks for it.
///
/// News repeats its words. Each word of text is folded and hashed once, each state is reached by the index once; after
/// that a step is one probe in a table of numbers. The answers are those of the index itself; the memory is bounded: when
/// it is full it is emptied, which happens only where a name begins. Not to be shared between tasks.
public final class NameMemory {
  /// The index.
  public let index: PlaceIndex
  private let start: NameState
  private var words = KnownWords()
  private var states: [RememberedState] = []
  private var steps = StepTable()

  /// So many states and words are remembered.
  private static let most = 1 << 15

  private struct RememberedState {
    let state: NameState
    /// The names that end here; nil before anybody asked.
    var matches: [NameMatch]?
  }

  /// An empty memory.
  public init(_ index: PlaceIndex) {
    self.index = index
    start = index.start()
  }

  // MARK: Running text

  /// The state after a first word; nil when no name begins so. As `PlaceIndex.step`. States given before may be gone.
  ///
  /// - Parameter hash: the same for words that fold to the same, case and form of apostrophes aside.
  public func open(_ utf8: UnsafeRawBufferPointer, hash: UInt64, isJoined: Bool) -> KnownState? {
    if states.count >= Self.most || words.count >= Self.most { forget() }
    return step(from: StepTable.start, utf8, hash, isJoined)
  }

  /// The state after one more word; nil when no name goes on so. As `PlaceIndex.step`.
  public func step(_ state: KnownState, _ utf8: UnsafeRawBufferPointer, hash: UInt64, isJoined: Bool) -> KnownState? {
    step(from: state.number, utf8, hash, isJoined)
  }

  /// The names that end with the words so far. As `PlaceIndex.matches`.
  public func matches(_ state: KnownState) -> [NameMatch] {
    if let known = states[Int(state.number)].matches { return known }
    let found = index.matches(states[Int(state.number)].state)
    states[Int(state.number)].matches = found
    return found
  }

  /// The names of one word. As `PlaceIndex.matches` of the state after it.
  public func matches(_ utf8: UnsafeRawBufferPointer, hash: UInt64, isJoined: Bool) -> [NameMatch] {
    open(utf8, hash: hash, isJoined: isJoined).map { matches($0) } ?? []
  }

  /// What stands behind a state's number.
  func state(_ known: KnownState) -> NameState { states[Int(known.number)].state }

  private func step(
    from state: Int32, _ utf8: UnsafeRawBufferPointer, _ hash: UInt64, _ isJoined: Bool
  ) -> KnownState? {
    let word = words.number(of: utf8, hash, in: index)
    let key = StepTable.key(state, word, isJoined: isJoined)
    let known = steps[key]
    if known != StepTable.unknown { return known < 0 ? nil : KnownState(number: known) }
    let before = state == StepTable.start ? start : states[Int(state)].state
    guard let next = index.step(before, words[word], isJoined: isJoined) else {
      steps.enter(key, StepTable.dead)
      return nil
    }
    states.append(RememberedState(state: next, matches: nil))
    steps.enter(key, Int32(states.count - 1))
    return KnownState(number: Int32(states.count - 1))
  }

  private func forget() {
    states.removeAll(keepingCapacity: true)
    words = KnownWords()
    steps = StepTable()
  }
}

/// How far into the names a run of words has come: a state by its number in a `NameMemory`.
public struct KnownState: Hashable, Sendable {
  let number: Int32
}

/// Words by their numbers, found by their hashes and their first letter's case.
private struct KnownWords {
  private var words: [KnownWord] = []
  /// Open addressing by the hash: the number of the word, -1 for none.
  private var slots = [(hash: UInt64, word: Int32)](repeating: (0, -1), count: 1 << 12)

  var count: Int { words.count }
  subscript(number: Int32) -> KnownWord { words[Int(number)] }

  /// The number of a word, entered if it is new.
  mutating func number(of utf8: UnsafeRawBufferPointer, _ hash: UInt64, in index: PlaceIndex) -> Int32 {
    let hash = NameWord.isCapitalized(utf8) ? hash : ~hash
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot].word >= 0 {
      if slots[slot].hash == hash { return slots[slot].word }
      slot = (slot + 1) & mask
    }
    words.append(KnownWord(utf8, in: index))
    slots[slot] = (hash, Int32(words.count - 1))
    if words.count * 2 > slots.count { grow() }
    return Int32(words.count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: old.count * 2)
    for entry in old where entry.word >= 0 {
      var slot = Int(truncatingIfNeeded: entry.hash ^ entry.hash >> 32) & (slots.count - 1)
      while slots[slot].word >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}

/// Where a word leads from a state.
private struct StepTable {
  /// The state before any word.
  static let start: Int32 = -1
  /// No name goes on so.
  static let dead: Int32 = -1
  /// Nobody asked.
  static let unknown: Int32 = -2

  private var slots = [(key: UInt64, next: Int32)](repeating: (0, Self.unknown), count: 1 << 13)
  private var count = 0

  static func key(_ state: Int32, _ word: Int32, isJoined: Bool) -> UInt64 {
    UInt64(UInt32(state + 1)) << 32 | UInt64(UInt32(word)) << 1 | (isJoined ? 1 : 0)
  }

  subscript(key: UInt64) -> Int32 { slots[slot(of: key)].next }

  /// Enters a step that is not there.
  mutating func enter(_ key: UInt64, _ next: Int32) {
    slots[slot(of: key)] = (key, next)
    count += 1
    if count * 2 > slots.count { grow() }
  }

  /// Where the step stands, or the free slot where it would.
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot].next != Self.unknown, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, Self.unknown), count: old.count * 2)
    for entry in old where entry.next != Self.unknown { slots[slot(of: entry.key)] = entry }
  }
}
