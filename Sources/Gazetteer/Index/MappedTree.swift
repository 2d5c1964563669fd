import Geodesy
import Geometry

/// The k-d tree of an index file (`SpatialTree`), read where it lies.
struct MappedTree {
  let file: IndexFile
  private let window: Window

  init(file: IndexFile) {
    self.file = file
    window = file[.spatial]
  }

  /// Appends the numbers of the places in a box that does not cross the antimeridian.
  func collect(_ box: BoundingBox, _ numbers: inout [UInt32]) {
    collect(0..<window.count / 4, byLongitude: true, box, &numbers)
  }

  private func collect(_ range: Range<Int>, byLongitude: Bool, _ box: BoundingBox, _ numbers: inout [UInt32]) {
    guard !range.isEmpty else { return }
    let middle = SpatialTree.middle(range)
    let (number, point) = entry(middle)
    if box.contains(point) { numbers.append(number) }
    let (value, low, high) = byLongitude ? (point.lon, box.west, box.east) : (point.lat, box.south, box.north)
    if low <= value { collect(range.lowerBound..<middle, byLongitude: !byLongitude, box, &numbers) }
    if value <= high { collect(middle + 1..<range.upperBound, byLongitude: !byLongitude, box, &numbers) }
  }

  /// Offers the search every place that may be among the nearest. `accept` gives nil for a place that does not count.
  func search(_ search: inout NearestSearch, accept: (UInt32) -> PlaceRef?) {
    let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)
    visit(0..<window.count / 4, byLongitude: true, world, &search, accept)
  }

  private func visit(
    _ range: Range<Int>, byLongitude: Bool, _ box: BoundingBox, _ search: inout NearestSearch,
    _ accept: (UInt32) -> PlaceRef?
  ) {
    guard !range.isEmpty, search.mayHold(box) else { return }
    let middle = SpatialTree.middle(range)
    let (number, point) = entry(middle)
    if search.wants(point), let ref = accept(number) { search.add(ref, point) }
    var low = box
    var high = box
    if byLongitude {
      low.east = point.lon
      high.west = point.lon
    } else {
      low.north = point.lat
      high.south = point.lat
    }
    let lowFirst = byLongitude ? search.point.lon < point.lon : search.point.lat < point.lat
    let sides = [(range.lowerBound..<middle, low), (middle + 1..<range.upperBound, high)]
    for side in lowFirst ? sides : sides.reversed() {
      visit(side.0, byLongitude: !byLongitude, side.1, &search, accept)
    }
  }

  private func entry(_ row: Int) -> (number: UInt32, point: Coordinate) {
    let number = window.u32(row * 4)
    return (number, PlaceRecord(file: file, number: number).point ?? Coordinate(lon: 0, lat: 0))
  }
}
