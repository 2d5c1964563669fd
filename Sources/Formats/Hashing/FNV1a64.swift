/// The 64-bit FNV-1a hash: for ids and look-up tables, not against forgery.
///
/// Source: Fowler, Noll, Vo; draft-eastlake-fnv. The same on every machine and in every run.
public struct FNV1a64: Hashable, Sendable {
  /// The hash of what was combined so far.
  @inlinable public var value: UInt64 { state }

  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of nothing.
  @inlinable
  public init() {}

  /// Takes in one byte.
  @inlinable
  public mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Takes in bytes.
  @inlinable
  public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes { combine(byte) }
  }

  /// Takes in bytes.
  @inlinable
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }

  /// Takes in text as UTF-8.
  public mutating func combine(_ text: String) { combine(text.utf8) }

  /// The hash of the bytes.
  @inlinable
  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a64()
    hash.combine(bytes)
    return hash.value
  }

  /// The hash of the text as UTF-8.
  public static func hash(_ text: String) -> UInt64 { hash(text.utf8) }

  /// Sixteen hexadecimal digits.
  public var hexDigest: String { hexadecimal(value.bigEndianBytes) }
}
