/// SHA-256 (FIPS 180-4): the hashes of gazetteer and rules that stand in what the program writes.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var block: [UInt8] = []
  private var length: UInt64 = 0

  /// The hash of nothing.
  public init() { block.reserveCapacity(64) }

  /// Takes in bytes.
  public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    length += UInt64(bytes.count)
    var rest = bytes[...]
    if !block.isEmpty {
      let taken = rest.prefix(64 - block.count)
      block.append(contentsOf: taken)
      rest = rest.dropFirst(taken.count)
      guard block.count == 64 else { return }
      block.withUnsafeBytes { Self.mix($0, into: &state) }
      block.removeAll(keepingCapacity: true)
    }
    while rest.count >= 64 {
      Self.mix(UnsafeRawBufferPointer(rebasing: rest.prefix(64)), into: &state)
      rest = rest.dropFirst(64)
    }
    block.append(contentsOf: rest)
  }

  /// Takes in bytes.
  public mutating func combine(_ bytes: [UInt8]) { bytes.withUnsafeBytes { combine($0) } }

  /// Takes in text as UTF-8.
  public mutating func combine(_ text: String) { combine(Array(text.utf8)) }

  /// The 32 bytes of the hash of what was combined so far.
  public var digest: [UInt8] {
    var copy = self
    let zeros = Int((119 - length % 64) % 64)
    copy.combine([0x80] + [UInt8](repeating: 0, count: zeros) + (length * 8).bigEndianBytes)
    return copy.state.flatMap(\.bigEndianBytes)
  }

  /// The hash in 64 hexadecimal digits.
  public var hexDigest: String { hexadecimal(digest) }

  /// The hash of the bytes in 64 hexadecimal digits.
  public static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.combine(bytes)
    return hash.hexDigest
  }

  /// The hash of a file's bytes in 64 hexadecimal digits.
  public static func hexDigest(of file: MappedFile) -> String {
    var hash = SHA256()
    file.withBytes { hash.combine($0) }
    return hash.hexDigest
  }
}
