import Formats

/// What one worker remembers of an index: an automaton over its names that grows as text asks for it.
///
/// News repeats its words. Each word of text is folded and hashed once, each state is reached by the index once; after
/// that a step is one probe in a table of numbers. The answers are those of the index itself; the memory is bounded: when
/// it is full it is emptied, which happens only where a name begins. Not to be shared between tasks.
public final class NameMemory {
  /// The index.
  public let index: PlaceIndex
  private let automaton: OwnedCell<NameAutomaton>
  /// How often the memory was emptied: the number of a state holds until then.
  public private(set) var generation = 0

  /// An empty memory.
  public init(_ index: PlaceIndex) {
    self.index = index
    automaton = OwnedCell(NameAutomaton(index))
  }

  // MARK: Running text

  /// The state after a first word; nil when no name begins so. As `PlaceIndex.step`. States given before may be gone.
  ///
  /// - Parameter hash: the same for words that fold to the same, case and form of apostrophes aside.
  public func open(_ utf8: UnsafeRawBufferPointer, hash: UInt64, isJoined: Bool) -> KnownState? {
    if automaton.value.isFull {
      automaton.value = NameAutomaton(index)
      generation += 1
    }
    return automaton.value.open(utf8, hash, isJoined)
  }

  /// The state after one more word; nil when no name goes on so. As `PlaceIndex.step`.
  public func step(_ state: KnownState, _ utf8: UnsafeRawBufferPointer, hash: UInt64, isJoined: Bool) -> KnownState? {
    automaton.value.step(from: state, utf8, hash, isJoined)
  }

  /// The names that end with the words so far. As `PlaceIndex.matches`.
  public func matches(_ state: KnownState) -> [NameMatch] { automaton.value.matches(state) }

  /// The names of one word. As `PlaceIndex.matches` of the state after it.
  public func matches(_ utf8: UnsafeRawBufferPointer, hash: UInt64, isJoined: Bool) -> [NameMatch] {
    open(utf8, hash: hash, isJoined: isJoined).map { matches($0) } ?? []
  }

  /// What stands behind a state's number.
  func state(_ known: KnownState) -> NameState { automaton.value.state(known) }
}

/// How far into the names a run of words has come: a state by its number in a `NameMemory`.
public struct KnownState: Hashable, Sendable {
  /// From 0 on, without gaps until the memory is emptied.
  public let number: Int32
}
