import Gazetteer
import Synchronization

/// Memories of the gazetteer that no text is being read with: each text takes one and puts it back.
final class MemoryPool: Sendable {
  private let index: PlaceIndex
  private let seats: Seats
  private let free = Mutex<[Parked]>([])

  /// A memory that nobody uses.
  private struct Parked: @unchecked Sendable {  // handed from one task to the next, never shared
    let memory: PlaceMemory
  }

  init(_ index: PlaceIndex, _ seats: Seats) {
    self.index = index
    self.seats = seats
  }

  /// A memory to read a text with.
  func take() -> PlaceMemory { free.withLock { $0.popLast() }?.memory ?? PlaceMemory(index, seats) }

  /// Gives the memory to the next text.
  func putBack(_ memory: PlaceMemory) {
    let parked = Parked(memory: memory)
    free.withLock { $0.append(parked) }
  }
}
