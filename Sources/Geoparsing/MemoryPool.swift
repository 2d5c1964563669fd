import Gazetteer
import Synchronization

/// Memories of the gazetteer that no text is being read with: each text takes one and puts it back.
final class MemoryPool: Sendable {
  private let index: PlaceIndex
  private let free = Mutex<[Parked]>([])

  /// A memory that nobody uses.
  private struct Parked: @unchecked Sendable {  // handed from one task to the next, never shared
    let memory: NameMemory
  }

  init(_ index: PlaceIndex) { self.index = index }

  /// A memory to read a text with.
  func take() -> NameMemory { free.withLock { $0.popLast() }?.memory ?? NameMemory(index) }

  /// Gives the memory to the next text.
  func putBack(_ memory: NameMemory) {
    let parked = Parked(memory: memory)
    free.withLock { $0.append(parked) }
  }
}
