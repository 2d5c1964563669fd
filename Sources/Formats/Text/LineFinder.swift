/// Finds the line of an offset, cheaply when offsets come roughly in order.
public struct LineFinder {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var line: Int

  /// A finder for the bytes, which must outlive it; their first line has the number `firstLine`.
  public init(_ bytes: UnsafeRawBufferPointer, firstLine: Int = 1) {
    self.bytes = bytes
    line = firstLine
  }

  /// The number of the line that the offset is in: the line feeds before it, and the first line's number.
  public mutating func line(at target: Int) -> Int {
    let target = min(max(target, 0), bytes.count)
    line += target >= offset ? bytes.lineFeeds(in: offset..<target) : -bytes.lineFeeds(in: target..<offset)
    offset = target
    return line
  }
}
