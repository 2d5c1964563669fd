/// Words by their codes in the vocabulary, a bit each.
public struct CodeSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  @usableFromInline var bits: [UInt64] = []
  /// Whether there is none.
  public private(set) var isEmpty = true

  /// The set of these words.
  public init(_ codes: some Sequence<Int32>) {
    for code in codes { insert(code) }
  }

  /// The set of these words.
  public init(arrayLiteral codes: Int32...) { self.init(codes) }

  /// Whether the word is one of them.
  @inlinable
  public func contains(_ code: Int32) -> Bool {
    let word = Int(code) >> 6
    return word < bits.count && bits[word] >> UInt64(code & 63) & 1 == 1
  }

  /// Adds a word.
  public mutating func insert(_ code: Int32) {
    let word = Int(code) >> 6
    while bits.count <= word { bits.append(0) }
    bits[word] |= 1 << UInt64(code & 63)
    isEmpty = false
  }

  /// The words in ascending order.
  public var codes: [Int32] {
    bits.indices.flatMap { word in
      (0..<64).compactMap { bit in bits[word] >> UInt64(bit) & 1 == 1 ? Int32(word << 6 + bit) : nil }
    }
  }

  /// The words that are not in the other set.
  public func subtracting(_ other: CodeSet) -> CodeSet { CodeSet(codes.filter { !other.contains($0) }) }
}
