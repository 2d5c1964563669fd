/// The lines of a buffer: ranges without their line feed (and the carriage return before it), with numbers.
struct Lines: Sequence, IteratorProtocol {
  struct Line {
    /// The number of its first line, from 1.
    let number: Int
    let range: Range<Int>
  }

  private let bytes: UnsafeRawBufferPointer
  private let end: UInt8
  private var offset: Int
  private var number = 1

  /// The lines of the bytes; a byte order mark before the first is skipped.
  ///
  /// - Parameter end: the byte that ends a piece, when it is not the line feed.
  init(_ bytes: UnsafeRawBufferPointer, endedBy end: UInt8 = ASCII.lineFeed) {
    self.bytes = bytes
    self.end = end
    offset = bytes.byteOrderMarkLength
  }

  mutating func next() -> Line? {
    guard offset < bytes.count else { return nil }
    let start = offset
    let stop = bytes.firstOffset(of: end, from: start) ?? bytes.count
    offset = stop + 1
    defer { number += end == ASCII.lineFeed ? 1 : bytes.lineFeeds(in: start..<stop) }
    let hasReturn = stop > start && bytes[stop - 1] == ASCII.carriageReturn
    return Line(number: number, range: start..<(hasReturn ? stop - 1 : stop))
  }
}
