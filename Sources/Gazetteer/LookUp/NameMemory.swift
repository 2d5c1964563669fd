import Formats

/// What one worker remembers of an index: words folded and hashed, names looked up.
///
/// News repeats its words. The answers are those of the index itself; what is remembered is bounded, and a place in the
/// memory that is taken is simply given to the next. Not to be shared between tasks.
public final class NameMemory {
  /// The index.
  public let index: PlaceIndex
  private let start: NameState
  private var words = TwoWayCache<KnownWord>(sets: 1 << 14)
  private var names = TwoWayCache<NamesOfState>(sets: 1 << 12)

  private struct NamesOfState {
    let state: NameState
    let matches: [NameMatch]
  }

  /// An empty memory.
  public init(_ index: PlaceIndex) {
    self.index = index
    start = index.start()
  }

  // MARK: Running text

  /// The state after a first word; nil when no name begins so. As `PlaceIndex.step`.
  public func open(_ utf8: UnsafeRawBufferPointer, isJoined: Bool) -> NameState? {
    opening(word(utf8), isJoined: isJoined).state
  }

  /// The state after one more word; nil when no name goes on so. As `PlaceIndex.step`.
  public func step(_ state: NameState, _ utf8: UnsafeRawBufferPointer, isJoined: Bool) -> NameState? {
    index.step(state, word(utf8), isJoined: isJoined)
  }

  /// The names of one word. As `PlaceIndex.matches` of the state after it.
  public func matches(_ utf8: UnsafeRawBufferPointer, isJoined: Bool) -> [NameMatch] {
    let word = word(utf8)
    let opening = opening(word, isJoined: isJoined)
    if let known = opening.matches { return known }
    guard let state = opening.state else { return [] }
    let found = index.matches(state)
    if isJoined { word.openings.joined?.matches = found } else { word.openings.alone?.matches = found }
    return found
  }

  /// The names that end with the words so far. As `PlaceIndex.matches`.
  public func matches(_ state: NameState) -> [NameMatch] {
    names.value(at: state.mark, where: { $0.state == state }) {
      NamesOfState(state: state, matches: index.matches(state))
    }.matches
  }

  private func opening(_ word: KnownWord, isJoined: Bool) -> KnownWord.Opening {
    if let known = isJoined ? word.openings.joined : word.openings.alone { return known }
    let found = KnownWord.Opening(state: index.step(start, word, isJoined: isJoined), matches: nil)
    if isJoined { word.openings.joined = found } else { word.openings.alone = found }
    return found
  }

  private func word(_ utf8: UnsafeRawBufferPointer) -> KnownWord {
    words.value(at: WordHash.word(utf8, seed: 0), where: { $0.isWritten(utf8) }) { KnownWord(utf8, in: index) }
  }
}

extension NameState {
  /// Equal states have the same, others seldom.
  fileprivate var mark: UInt64 {
    let sets = sets &+ waiting
    return WordHash.chain(exact, sets[0] ^ sets[1] ^ sets[2] ^ sets[3] ^ UInt64(folded.count))
  }
}
