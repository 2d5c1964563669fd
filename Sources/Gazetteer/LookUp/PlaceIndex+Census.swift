public import Records

/// What an index file holds, counted: places by what names them and by kind.
public struct Census: Hashable, Sendable {
  /// Places by the part of their id before the colon: `geonames`, `local`, `road`.
  public internal(set) var sources: [String: Int] = [:]
  /// Places by kind.
  public internal(set) var kinds: [PlaceKind: Int] = [:]
  /// Boundaries of units.
  public internal(set) var boundaries = 0
}

extension PlaceIndex {
  /// Counts what a file holds, in the order of `info`; walks over all of its places.
  public func census(ofFile number: Int) -> Census {
    let file = layers[number].file
    var census = Census()
    for number in 0..<file.placeCount {
      let record = PlaceRecord(file: file, number: UInt32(number))
      census.kinds[record.kind, default: 0] += 1
      let source = record.id.prefix { $0 != ":" }
      census.sources[String(source), default: 0] += 1
    }
    census.boundaries = file[.boundaries].count / IndexFormat.Boundary.size
    return census
  }
}
