/// The families of a language as operations of an alignment: this piece for that piece, at a price.
struct FamilyTable: Sendable {
  /// One operation. Pieces are packed, the last byte lowest, so that "does the text end so" is one comparison.
  struct Operation: Sendable {
    let left: PackedPiece
    let right: PackedPiece
    let price: Float
    let reason: UInt16
  }

  private(set) var operations: [Operation] = []
  private(set) var reasons: [String] = []
  /// First operation of each pair (last byte of left, last byte of right; 0 for an empty piece), then the end.
  private(set) var starts: [UInt16] = []

  mutating func add(_ left: String, _ right: String, price: Float, reason: String) {
    let number = reasons.firstIndex(of: reason) ?? reasons.count
    if number == reasons.count { reasons.append(reason) }
    let a = PackedPiece(left)
    let b = PackedPiece(right)
    operations.append(Operation(left: a, right: b, price: price, reason: UInt16(number)))
    operations.append(Operation(left: b, right: a, price: price, reason: UInt16(number)))
  }

  /// Sorts the operations for look-up; call once, after the last `add`.
  mutating func seal() {
    operations.sort {
      ($0.pair, $0.price, $0.left.bytes, $0.right.bytes) < ($1.pair, $1.price, $1.left.bytes, $1.right.bytes)
    }
    starts = [UInt16](repeating: 0, count: 65_537)
    for operation in operations { starts[operation.pair + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
  }
}

extension FamilyTable.Operation {
  /// Where the operation is filed: the last bytes of its pieces.
  var pair: Int { Int(left.bytes & 0xFF) << 8 | Int(right.bytes & 0xFF) }
}

/// Up to eight bytes in a number, the last byte lowest. A pattern's `_` is the space at a word's edge.
struct PackedPiece: Hashable, Sendable {
  let bytes: UInt64
  let mask: UInt64
  let count: Int

  init(_ pattern: String) {
    let utf8 = pattern.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
    bytes = utf8.reduce(0) { $0 << 8 | UInt64($1) }
    count = utf8.count
    mask = count >= 8 ? .max : (1 << UInt64(count * 8)) - 1
  }

  /// For each position of a text the eight bytes before it, packed; no text holds a zero byte.
  static func endings(of text: [UInt8], _ out: UnsafeMutableBufferPointer<UInt64>) {
    var window: UInt64 = 0
    out[0] = 0
    for (index, byte) in text.enumerated() {
      window = window << 8 | UInt64(byte)
      out[index + 1] = window
    }
  }
}
