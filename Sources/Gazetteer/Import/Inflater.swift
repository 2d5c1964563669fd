import CZlib

/// Unpacks deflated bytes piece by piece, no more of them than were announced.
struct Inflater {
  private let packed: UnsafeRawBufferPointer
  private let size: Int
  /// CRC-32 of what was unpacked.
  private(set) var checksum: UInt32 = 0

  init(_ packed: UnsafeRawBufferPointer, size: Int) {
    self.packed = packed
    self.size = size
  }

  /// Bytes that are stored as they are; false when they are not as many as announced.
  mutating func copy(into bytes: ScratchBytes) -> Bool {
    take(packed, into: bytes)
    return packed.count == size
  }

  /// False when the bytes are no deflated ones, or not as many as announced.
  mutating func inflate(into bytes: ScratchBytes) -> Bool {
    var stream = z_stream()
    // Negative: bare deflate, without zlib's own header.
    let opened = inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard opened == Z_OK else { return false }
    defer { inflateEnd(&stream) }
    let before = bytes.count
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var rest = packed
    var state = Z_OK
    while state == Z_OK, bytes.count - before <= size {
      if stream.avail_in == 0 { rest = Self.feed(&stream, rest) }
      let unpacked = Self.step(&stream, &piece, &state)
      piece.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0.prefix(unpacked)), into: bytes) }
      if unpacked == 0, stream.avail_in == 0, rest.isEmpty, state == Z_OK { return false }
    }
    return state == Z_STREAM_END && bytes.count - before == size
  }

  /// Gives the stream the next part of the packed bytes (zlib counts in 32 bits).
  private static func feed(_ stream: inout z_stream, _ rest: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let part = rest.prefix(1 << 30)
    stream.next_in = UnsafeMutablePointer(
      mutating: UnsafeRawBufferPointer(rebasing: part).bindMemory(to: UInt8.self).baseAddress)
    stream.avail_in = UInt32(part.count)
    return UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
  }

  /// Fills the piece; gives how many bytes of it are filled.
  private static func step(_ stream: inout z_stream, _ piece: inout [UInt8], _ state: inout Int32) -> Int {
    piece.withUnsafeMutableBufferPointer { buffer in
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(buffer.count)
      state = CZlib.inflate(&stream, Z_NO_FLUSH)
      if state == Z_BUF_ERROR { state = Z_OK }
      return buffer.count - Int(stream.avail_out)
    }
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, into sink: ScratchBytes) {
    sink.put(bytes)
    for start in stride(from: 0, to: bytes.count, by: 1 << 30) {
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + 1 << 30, bytes.count)])
      checksum = UInt32(crc32(UInt(checksum), part.bindMemory(to: UInt8.self).baseAddress, UInt32(part.count)))
    }
  }
}
