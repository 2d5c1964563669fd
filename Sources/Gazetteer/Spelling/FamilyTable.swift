/// The families of a language as operations of an alignment: this piece for that piece, at a price.
struct FamilyTable: Sendable {
  struct Operation: Hashable, Sendable {
    let left: [UInt8]
    let right: [UInt8]
    let price: Float
    let reason: UInt16
  }

  private(set) var operations: [Operation] = []
  private(set) var reasons: [String] = []
  /// First operation of each pair (last byte of left, last byte of right; 0 for an empty piece), then the end.
  private var starts: [UInt16] = []

  mutating func add(_ left: String, _ right: String, price: Float, reason: String) {
    let number = reasons.firstIndex(of: reason) ?? reasons.count
    if number == reasons.count { reasons.append(reason) }
    let a = Self.bytes(left)
    let b = Self.bytes(right)
    operations.append(Operation(left: a, right: b, price: price, reason: UInt16(number)))
    operations.append(Operation(left: b, right: a, price: price, reason: UInt16(number)))
  }

  /// Sorts the operations for look-up; call once, after the last `add`.
  mutating func seal() {
    operations.sort { Self.order($0) < Self.order($1) }
    starts = [UInt16](repeating: 0, count: 65_537)
    for operation in operations { starts[Self.pair(operation) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
  }

  /// The operations whose pieces end with these bytes.
  func operations(endingWith left: UInt8, _ right: UInt8) -> Range<Int> {
    let pair = Int(left) << 8 | Int(right)
    return Int(starts[pair])..<Int(starts[pair + 1])
  }

  private static func bytes(_ pattern: String) -> [UInt8] {
    pattern.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
  }

  private static func pair(_ operation: Operation) -> Int {
    Int(operation.left.last ?? 0) << 8 | Int(operation.right.last ?? 0)
  }

  private static func order(_ operation: Operation) -> (Int, Float) { (pair(operation), operation.price) }
}
