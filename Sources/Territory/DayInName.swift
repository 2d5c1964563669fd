import Records

/// Days in names of maps: `deepstatemap_data_20240801`, `control-2024-08-01`.
enum DayInName {
  /// The day, nil when the name has none.
  static func find(_ name: String) -> Day? { place(name)?.day }

  /// The name without its day and the marks beside it; nil when it has none or nothing is left.
  static func without(_ name: String) -> String? {
    guard let found = place(name) else { return nil }
    let bytes = Array(name.utf8)
    let rest = Array(bytes[..<found.range.lowerBound]) + Array(bytes[found.range.upperBound...])
    let marks: Set<UInt8> = [0x20, 0x2D, 0x2E, 0x5F]
    let trimmed = rest.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed()
    return trimmed.isEmpty ? nil : String(decoding: Array(trimmed), as: UTF8.self)
  }

  private static func place(_ name: String) -> (day: Day, range: Range<Int>)? {
    let bytes = Array(name.utf8)
    for start in bytes.indices where start == 0 || !isDigit(bytes[start - 1]) {
      for length in [8, 10] where start + length <= bytes.count {
        if start + length < bytes.count, isDigit(bytes[start + length]) { continue }
        if let day = day(bytes[start..<start + length]) { return (day, start..<start + length) }
      }
    }
    return nil
  }

  /// `YYYYMMDD` or `YYYY-MM-DD`.
  private static func day(_ bytes: ArraySlice<UInt8>) -> Day? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.count == 8 else { return Day(iso: text) }
    guard bytes.allSatisfy(isDigit) else { return nil }
    return Day(iso: text.prefix(4) + "-" + text.dropFirst(4).prefix(2) + "-" + text.suffix(2))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
