/// The operations that fit a query at each of its places, by the first letter of what they stand for.
///
/// Most operations of a language do not fit at a place: they are left out once, not tried with every name.
final class FamilyLists {
  /// An operation whose left piece is known to fit: 16 bytes.
  struct Fitting {
    let right: UInt64
    let price: Float
    let leftCount: UInt8
    let rightCount: UInt8
    let reason: UInt16
  }

  private let table: FamilyTable
  /// Those that fit, place by place; `count` of them, with room for `room`.
  private let state: UnsafeMutablePointer<State>
  /// Where the list of each place and letter begins and ends.
  private let starts: UnsafeMutablePointer<UInt16>
  private let isPrepared: UnsafeMutablePointer<Bool>
  /// Operations that put in a piece, by its first letter, and where each letter's begin and end.
  private let adding: UnsafeMutablePointer<Fitting>
  private let addingStarts: UnsafeMutablePointer<UInt16>

  private struct State {
    var fitting: UnsafeMutablePointer<Fitting>
    var room: Int
    var count = 0
  }

  private static let stride = FamilyTable.letters + 1

  init(_ table: FamilyTable) {
    self.table = table
    state = .allocate(capacity: 1)
    state.initialize(to: State(fitting: .allocate(capacity: 256), room: 256))
    starts = .allocate(capacity: Alignment.longest * Self.stride)
    isPrepared = .allocate(capacity: Alignment.longest)
    adding = .allocate(capacity: max(1, table.added.reduce(0) { $0 + $1.count }))
    addingStarts = .allocate(capacity: Self.stride)
    var count = 0
    for (letter, operations) in table.added.enumerated() {
      addingStarts[letter] = UInt16(truncatingIfNeeded: count)
      for operation in operations {
        (adding + count).initialize(to: operation)
        count += 1
      }
    }
    addingStarts[FamilyTable.letters] = UInt16(truncatingIfNeeded: count)
    forget()
  }

  deinit {
    state.pointee.fitting.deallocate()
    state.deallocate()
    starts.deallocate()
    isPrepared.deallocate()
    adding.deallocate()
    addingStarts.deallocate()
  }

  /// Another query comes.
  func forget() {
    isPrepared.initialize(repeating: false, count: Alignment.longest)
    state.pointee.count = 0
  }

  /// Makes the lists of a place of the query, where `text` goes on.
  @inline(__always)
  func prepare(_ place: Int, _ byte: UInt8, _ text: UInt64) {
    if !isPrepared[place] { gather(place, FamilyTable.letter(byte), text) }
  }

  private func gather(_ place: Int, _ letter: UInt8, _ text: UInt64) {
    isPrepared[place] = true
    let own = starts + place * Self.stride
    var right = 0
    table.operations.withUnsafeBufferPointer { operations in
      for number in table.range(letter) where text & operations[number].left.mask == operations[number].left.bytes {
        let first = Int(operations[number].right.firstLetter)
        while right <= first {
          own[right] = UInt16(truncatingIfNeeded: state.pointee.count)
          right += 1
        }
        append(Fitting(operations[number]))
      }
    }
    while right <= FamilyTable.letters {
      own[right] = UInt16(truncatingIfNeeded: state.pointee.count)
      right += 1
    }
  }

  private func append(_ operation: Fitting) {
    guard state.pointee.count < Int(UInt16.max) else { return }
    if state.pointee.count == state.pointee.room {
      let more = UnsafeMutablePointer<Fitting>.allocate(capacity: state.pointee.room * 2)
      more.moveInitialize(from: state.pointee.fitting, count: state.pointee.count)
      state.pointee.fitting.deallocate()
      state.pointee.fitting = more
      state.pointee.room *= 2
    }
    (state.pointee.fitting + state.pointee.count).initialize(to: operation)
    state.pointee.count += 1
  }

  /// What may be put in before a text that goes on with this letter.
  @inline(__always)
  func added(_ right: UInt8) -> UnsafeBufferPointer<Fitting> {
    let (first, end) = (Int(addingStarts[Int(right)]), Int(addingStarts[Int(right) + 1]))
    return UnsafeBufferPointer(start: adding + first, count: end - first)
  }

  /// What fits at a place and stands for pieces that begin with this letter, 0 for nothing at all.
  @inline(__always)
  func range(_ place: Int, _ right: UInt8) -> UnsafeBufferPointer<Fitting> {
    let own = starts + (place * Self.stride + Int(right))
    return UnsafeBufferPointer(start: state.pointee.fitting + Int(own[0]), count: Int(own[1]) - Int(own[0]))
  }
}

extension FamilyLists.Fitting {
  init(_ operation: FamilyTable.Operation) {
    right = operation.right.bytes
    price = operation.price
    leftCount = UInt8(operation.left.count)
    rightCount = UInt8(operation.right.count)
    reason = operation.reason
  }
}
