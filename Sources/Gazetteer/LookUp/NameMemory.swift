public import Records

/// What one worker remembers of an index: words folded and hashed, names looked up, places read.
///
/// News repeats its words. The answers are those of the index itself; what is remembered is bounded, and a place in the
/// memory that is taken is simply given to the next. Not to be shared between tasks.
public final class NameMemory {
  /// The index.
  public let index: PlaceIndex
  private let start: NameState
  private var words = [KnownWord?](repeating: nil, count: 1 << 14)
  private var names = [NamesOfState?](repeating: nil, count: 1 << 12)
  private var lookUps = [LookUp?](repeating: nil, count: 1 << 12)
  private var places = [(ref: PlaceRef, place: Place)?](repeating: nil, count: 1 << 13)

  private struct NamesOfState {
    let state: NameState
    let matches: [NameMatch]
  }

  private struct LookUp {
    let name: [UInt8]
    let limit: Int
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
    let slot = Int(truncatingIfNeeded: state.mark) & (names.count - 1)
    if let known = names[slot], known.state == state { return known.matches }
    let found = index.matches(state)
    names[slot] = NamesOfState(state: state, matches: found)
    return found
  }

  private func opening(_ word: KnownWord, isJoined: Bool) -> KnownWord.Opening {
    if let known = isJoined ? word.openings.joined : word.openings.alone { return known }
    let found = KnownWord.Opening(state: index.step(start, word, isJoined: isJoined), matches: nil)
    if isJoined { word.openings.joined = found } else { word.openings.alone = found }
    return found
  }

  private func word(_ utf8: UnsafeRawBufferPointer) -> KnownWord {
    let slot = Int(truncatingIfNeeded: WordHash.word(utf8, seed: 0)) & (words.count - 1)
    if let known = words[slot], known.raw.elementsEqual(utf8) { return known }
    let word = KnownWord(utf8, in: index)
    words[slot] = word
    return word
  }

  // MARK: Places

  /// As `PlaceIndex.lookUp`.
  public func lookUp(_ name: String, limit: Int) -> [NameMatch] {
    let bytes = Array(name.utf8)
    let slot = Int(truncatingIfNeeded: WordHash.word(bytes, seed: UInt64(limit))) & (lookUps.count - 1)
    if let known = lookUps[slot], known.limit == limit, known.name == bytes { return known.matches }
    let found = index.lookUp(name, limit: limit)
    lookUps[slot] = LookUp(name: bytes, limit: limit, matches: found)
    return found
  }

  /// As `PlaceIndex.place(at:)`.
  public func place(at ref: PlaceRef) -> Place {
    let slot = (Int(ref.number) &* 31 &+ Int(ref.layer)) & (places.count - 1)
    if let known = places[slot], known.ref == ref { return known.place }
    let place = index.place(at: ref)
    places[slot] = (ref, place)
    return place
  }
}

extension NameState {
  /// Equal states have the same, others seldom.
  fileprivate var mark: UInt64 {
    let sets = sets &+ waiting
    return WordHash.chain(exact, sets[0] ^ sets[1] ^ sets[2] ^ sets[3] ^ UInt64(folded.count))
  }
}
