/// Turns byte offsets of a UTF-8 text into Unicode scalar offsets and back.
///
/// The readers work on bytes; what leaves the program counts Unicode scalars. For ASCII both are the same and
/// nothing is stored; else the scalars before every 128th byte are known, and the rest is counted.
public struct ScalarMap: Sendable {
  /// The length of the text in bytes.
  public let byteCount: Int
  /// The length of the text in Unicode scalars.
  public let scalarCount: Int

  private static let stride = 128
  /// Scalars that begin before byte `stride * index`; empty for ASCII.
  private let checkpoints: [Int32]
  private let bytes: [UInt8]

  /// The map of the text.
  public init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  /// The map of a text given as UTF-8, of less than 2 GB.
  public init(utf8 bytes: [UInt8]) {
    byteCount = bytes.count
    let isASCII = bytes.withUnsafeBytes { $0.endOfASCII(from: 0) == $0.count }
    if isASCII {
      (self.bytes, checkpoints, scalarCount) = ([], [], bytes.count)
    } else {
      self.bytes = bytes
      (checkpoints, scalarCount) = Self.count(bytes)
    }
  }

  /// The scalars that begin before the byte. An offset inside a scalar counts that scalar as begun; an offset
  /// outside the text is clamped.
  public func scalarOffset(ofByte offset: Int) -> Int {
    let offset = min(max(offset, 0), byteCount)
    guard !checkpoints.isEmpty else { return offset }
    let block = offset / Self.stride
    return bytes.withUnsafeBufferPointer { bytes in
      var count = Int(checkpoints[block])
      for index in block * Self.stride..<offset where bytes[index].beginsScalar { count += 1 }
      return count
    }
  }

  /// The byte at which the scalar begins; the text's end for the scalar count. Clamped outside the text.
  public func byteOffset(ofScalar offset: Int) -> Int {
    let offset = min(max(offset, 0), scalarCount)
    guard !checkpoints.isEmpty else { return offset }
    let block = lastBlock(notBeyond: offset)
    var seen = Int(checkpoints[block])
    for index in block * Self.stride..<byteCount where bytes[index].beginsScalar {
      if seen == offset { return index }
      seen += 1
    }
    return byteCount
  }

  private func lastBlock(notBeyond scalar: Int) -> Int {
    var (low, high) = (0, checkpoints.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if checkpoints[middle] <= scalar { low = middle } else { high = middle }
    }
    return low
  }

  private static func count(_ bytes: [UInt8]) -> (checkpoints: [Int32], total: Int) {
    var checkpoints: [Int32] = []
    checkpoints.reserveCapacity(bytes.count / stride + 1)
    var total: Int32 = 0
    bytes.withUnsafeBufferPointer { bytes in
      for start in Swift.stride(from: 0, through: bytes.count, by: stride) {
        checkpoints.append(total)
        for index in start..<min(start + stride, bytes.count) { total &+= bytes[index].beginsScalar ? 1 : 0 }
      }
    }
    return (checkpoints, Int(total))
  }
}

extension UInt8 {
  /// Does a scalar begin with this byte, as opposed to going on?
  fileprivate var beginsScalar: Bool { self & 0xC0 != 0x80 }
}
