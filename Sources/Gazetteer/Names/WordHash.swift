import Formats

/// Hashes of words and of chains of words: what the index's tables are keyed by.
enum WordHash {
  /// The hash of a word's folded bytes or skeleton.
  static func word(_ bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 { word(wordStart(seed), bytes) }

  /// The hash of a word whose first bytes are hashed already.
  static func word(_ start: UInt64, _ rest: some Sequence<UInt8>) -> UInt64 {
    var value = start
    for byte in rest { value = wordStep(value, byte) }
    return mixed(value)
  }

  /// The hash before the first byte.
  static func wordStart(_ seed: UInt64) -> UInt64 { seed ^ 0x9E37_79B9_7F4A_7C15 }

  /// The hash with one more byte, not yet spread.
  static func wordStep(_ value: UInt64, _ byte: UInt8) -> UInt64 { (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// The chain that goes on with another word; the order of words matters.
  static func chain(_ before: UInt64, _ word: UInt64) -> UInt64 { mixed((before &* 0xD6E8_FEB8_6659_FD93) ^ word) }

  /// Spreads every bit over all (the finalizer of MurmurHash3).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value = value &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }

  /// Where the chains of exact words begin; those of a spelling set begin at its seed.
  static let exactStart: UInt64 = 0x6576_656E_746D_6170
}
