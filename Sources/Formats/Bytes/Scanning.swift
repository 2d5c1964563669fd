#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnsafeRawBufferPointer {
  /// The offset of the first such byte at or after `start`, by the C library's vectorized search.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    firstOffset(of: byte, in: start..<Swift.max(start, count))
  }

  /// The offset of the first such byte in the range, looking no further than that.
  func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = baseAddress else { return nil }
    guard let hit = memchr(base + range.lowerBound, CInt(byte), range.count) else { return nil }
    return UnsafeRawPointer(hit) - base
  }

  /// How many line feeds stand in the range.
  func lineFeeds(in range: Range<Int>) -> Int {
    var total = 0
    var offset = range.lowerBound
    while let feed = firstOffset(of: ASCII.lineFeed, in: offset..<range.upperBound) {
      total += 1
      offset = feed + 1
    }
    return total
  }
}

extension [UInt8] {
  /// Calls the body with the array's bytes; unlike `withUnsafeBytes` it keeps the error's type.
  func withRawBytes<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome: Swift.Result<Result, Failure> = withUnsafeBytes { bytes in
      do throws(Failure) { return .success(try body(bytes)) } catch { return .failure(error) }
    }
    return try outcome.get()
  }
}
