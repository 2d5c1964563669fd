/// Finds the lines of a text that are its paragraphs; lines that were wrapped at a fixed width are put together again.
struct LineReader {
  /// Wrapped lines are no longer than this, in bytes.
  private static let widest = 100
  /// And the longest of them is at least so long.
  private static let narrowest = 50
  /// So few lines prove nothing.
  private static let fewest = 4

  /// The byte ranges of the paragraphs.
  static func paragraphs(_ bytes: [UInt8], from start: Int) -> [Range<Int>] {
    let lines = ZoneReader.lines(bytes, from: start)
    let follows = lines.indices.map { $0 > 0 && isNext(lines[$0 - 1], lines[$0], bytes) }
    guard isWrapped(lines, follows, bytes) else { return lines }
    var paragraphs: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if follows[index], let last = paragraphs.last {
        paragraphs[paragraphs.count - 1] = last.lowerBound..<line.upperBound
      } else {
        paragraphs.append(line)
      }
    }
    return paragraphs
  }

  /// No blank line stands between the two.
  private static func isNext(_ line: Range<Int>, _ next: Range<Int>, _ bytes: [UInt8]) -> Bool {
    bytes[line.upperBound..<next.lowerBound].count { $0 == 0x0A } == 1
  }

  /// Most lines that another follows end in the middle of a sentence, and none is long.
  private static func isWrapped(_ lines: [Range<Int>], _ follows: [Bool], _ bytes: [UInt8]) -> Bool {
    let broken = lines.indices.filter { $0 + 1 < lines.count && follows[$0 + 1] }
    guard broken.count >= fewest, lines.allSatisfy({ $0.count <= widest }),
      lines.contains(where: { $0.count >= narrowest })
    else { return false }
    let open = broken.count { !endsSentence(lines[$0], bytes) }
    return open * 3 >= broken.count * 2 && broken.count * 2 >= lines.count
      && broken.count { lines[$0].count * 2 >= narrowest } * 4 >= broken.count * 3
  }

  private static func endsSentence(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    switch bytes[line.upperBound - 1] {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x29: true
    default: false
    }
  }
}
