import Geometry

/// Positions in a mapped file, read one by one and not copied.
struct MappedCoordinates: RandomAccessCollection {
  let window: Window
  let first: Int
  let count: Int

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(position: Int) -> Coordinate {
    let offset = (first + position) * IndexFormat.coordinateSize
    return Coordinate(lon: window.double(offset), lat: window.double(offset + 8))
  }
}

extension IndexFile {
  /// A run of positions; empty when it does not lie inside the section.
  func coordinates(_ first: Int, _ count: Int) -> MappedCoordinates {
    let window = self[.coordinates]
    let fits = first + count <= window.count / IndexFormat.coordinateSize
    return MappedCoordinates(window: window, first: first, count: fits ? count : 0)
  }
}
