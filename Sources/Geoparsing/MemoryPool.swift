import Synchronization

/// Memories of the gazetteer that no text is being read with: each text takes one and puts it back.
final class MemoryPool: Sendable {
  private let knowledge: Knowledge
  private let scope: Scope
  private let free = Mutex<[Parked]>([])

  /// A memory that nobody uses.
  private struct Parked: @unchecked Sendable {  // handed from one task to the next, never shared
    let memory: PlaceMemory
  }

  init(_ knowledge: Knowledge, _ scope: Scope) {
    self.knowledge = knowledge
    self.scope = scope
  }

  /// A memory to read a text with.
  func take() -> PlaceMemory { free.withLock { $0.popLast() }?.memory ?? PlaceMemory(knowledge, scope) }

  /// Gives the memory to the next text.
  func putBack(_ memory: PlaceMemory) {
    let parked = Parked(memory: memory)
    free.withLock { $0.append(parked) }
  }
}
