/// The families of a language as operations of an alignment: this piece for that piece, at a price.
struct FamilyTable: Sendable {
  /// One operation. Pieces are packed, the first byte lowest, so that "does the text go on so" is one comparison.
  struct Operation: Sendable {
    let left: PackedPiece
    let right: PackedPiece
    let price: Float
    let reason: UInt16
  }

  private(set) var operations: [Operation] = []
  private(set) var reasons: [String] = []
  /// First operation of each pair (first letters of left and right, 0 for an empty piece), then the end.
  private(set) var starts: [UInt16] = []
  private var numbers: [String: Int] = [:]
  /// Pieces that may stand on one side alone, by their first letter.
  private(set) var added: [[FamilyLists.Fitting]] = []

  mutating func add(_ left: String, _ right: String, price: Float, reason: String) {
    let number = numbers[reason] ?? reasons.count
    if number == reasons.count {
      reasons.append(reason)
      numbers[reason] = number
    }
    let a = PackedPiece(left)
    let b = PackedPiece(right)
    operations.append(Operation(left: a, right: b, price: price, reason: UInt16(number)))
    operations.append(Operation(left: b, right: a, price: price, reason: UInt16(number)))
  }

  /// A piece of a name that a query writes so: one way only.
  mutating func addReading(of name: String, as query: String, price: Float) {
    if reasons.isEmpty { reasons.append("as it is written") }
    operations.append(Operation(left: PackedPiece(query), right: PackedPiece(name), price: price, reason: 0))
  }

  /// Sorts the operations for look-up; call once, after the last `add`.
  mutating func seal() {
    operations.sort {
      ($0.pair, $0.price, $0.left.bytes, $0.right.bytes) < ($1.pair, $1.price, $1.left.bytes, $1.right.bytes)
    }
    starts = [UInt16](repeating: 0, count: Self.letters * Self.letters + 1)
    for operation in operations { starts[operation.pair + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    added = (0..<UInt8(Self.letters)).map { right in operations[range(0, right)].map { FamilyLists.Fitting($0) } }
  }

  /// The operations whose left piece begins with a letter, by the first letter of the right one.
  func range(_ left: UInt8) -> Range<Int> {
    Int(starts[Self.pair(left, 0)])..<Int(starts[Self.pair(left, 0) + Self.letters])
  }

  /// The operations that begin with these letters.
  func range(_ left: UInt8, _ right: UInt8) -> Range<Int> {
    let pair = Self.pair(left, right)
    return Int(starts[pair])..<Int(starts[pair + 1])
  }

  /// Letters that operations are filed by: none, a word's edge, a-z, A-Z, all other bytes.
  static let letters = 55

  /// The number of a byte among `letters`; 0 stands for no byte.
  @inline(__always)
  static func letter(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0: 0
    case 0x20: 1
    case 0x61...0x7A: byte - 0x61 + 2
    case 0x41...0x5A: byte - 0x41 + 28
    default: 54
    }
  }

  /// Where operations are filed that begin with these letters.
  static func pair(_ left: UInt8, _ right: UInt8) -> Int { Int(left) * letters + Int(right) }
}

extension FamilyTable.Operation {
  /// Where the operation is filed: the first letters of its pieces.
  var pair: Int { FamilyTable.pair(left.firstLetter, right.firstLetter) }
}

/// Up to eight bytes in a number, the first byte lowest. A pattern's `_` is the space at a word's edge.
struct PackedPiece: Hashable, Sendable {
  let bytes: UInt64
  let mask: UInt64
  let count: Int

  init(_ pattern: String) {
    let utf8 = pattern.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
    bytes = utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    count = utf8.count
    mask = count >= 8 ? .max : (1 << UInt64(count * 8)) - 1
  }

  var firstLetter: UInt8 { FamilyTable.letter(UInt8(truncatingIfNeeded: bytes)) }

  var lastByte: UInt8 { count == 0 ? 0 : UInt8(truncatingIfNeeded: bytes >> UInt64((count - 1) * 8)) }

  /// Whether the text has these bytes from `position` on.
  func begins(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position + count <= text.count else { return false }
    for offset in 0..<count
    where text[position + offset] != UInt8(truncatingIfNeeded: bytes >> UInt64(offset * 8)) {
      return false
    }
    return true
  }
}
