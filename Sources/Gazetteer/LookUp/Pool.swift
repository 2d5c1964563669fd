import Synchronization

/// Things that are dear to make, kept from one use to the next. Safe to share: each is in one hand at a time.
final class Pool<Item: AnyObject & Sendable>: Sendable {
  private let free = Mutex<[Item]>([])

  /// Gives the body a thing that nobody else has meanwhile, made now if none is free.
  func with<Result>(_ make: () -> Item, _ body: (Item) -> Result) -> Result {
    let item = free.withLock { $0.popLast() } ?? make()
    defer { free.withLock { $0.append(item) } }
    return body(item)
  }
}
