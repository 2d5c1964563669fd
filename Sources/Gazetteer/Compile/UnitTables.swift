import Geometry

/// The tables by which the units that hold a point are found, in the making.
struct UnitTables {
  let strips: ScratchBytes
  let edges: ScratchBytes
  private let folder: String
  private var boxes: [BoundingBox] = []

  init(folder: String) {
    self.folder = folder
    strips = ScratchBytes(folder: folder)
    edges = ScratchBytes(folder: folder)
  }

  /// Enters a boundary; where its strips are goes into its record.
  ///
  /// - Parameter firstPosition: the number that the first position of its first ring will have.
  mutating func add(_ boundary: BoundarySource, _ box: BoundingBox, firstPosition: Int, to record: ScratchBytes) {
    boxes.append(box)
    let rings = boundary.polygons.flatMap { [$0.exterior] + $0.holes }.map(\.coordinates)
    let strips = Strips(south: box.south, north: box.north, edges: rings.reduce(0) { $0 + $1.count - 1 })
    record.put(UInt32(self.strips.count / 4))
    record.put(UInt32(strips.count))
    var lists = [[UInt32]](repeating: [], count: strips.count)
    var position = firstPosition
    for ring in rings {
      for (start, end) in zip(ring, ring.dropFirst()) {
        for strip in strips.number(min(start.lat, end.lat))...strips.number(max(start.lat, end.lat)) {
          lists[strip].append(UInt32(position))
        }
        position += 1
      }
      position += 1
    }
    put(lists)
  }

  private func put(_ lists: [[UInt32]]) {
    for list in lists {
      strips.put(UInt32(edges.count / 4))
      for edge in list { edges.put(edge) }
    }
    strips.put(UInt32(edges.count / 4))
  }

  /// The grid of one degree.
  func grid() -> [IndexSection: ScratchBytes] {
    let starts = ScratchBytes(folder: folder)
    let numbers = ScratchBytes(folder: folder)
    guard !boxes.isEmpty else { return [.grid: starts, .gridBoundaries: numbers] }
    var cells = [[UInt32]](repeating: [], count: UnitGrid.columns * UnitGrid.rows)
    for (number, box) in boxes.enumerated() {
      for row in UnitGrid.row(box.south)...UnitGrid.row(box.north) {
        for column in UnitGrid.column(box.west)...UnitGrid.column(box.east) {
          cells[row * UnitGrid.columns + column].append(UInt32(number))
        }
      }
    }
    for cell in cells {
      starts.put(UInt32(numbers.count / 4))
      for number in cell { numbers.put(number) }
    }
    starts.put(UInt32(numbers.count / 4))
    return [.grid: starts, .gridBoundaries: numbers]
  }
}
