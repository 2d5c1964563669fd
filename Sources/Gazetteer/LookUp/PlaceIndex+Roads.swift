import Formats
import Geometry

extension PlaceIndex {
  /// The roads of all files, in their order; a road of a later file replaces the one with the same id.
  public var roads: [Road] { roadMemo.value(0) { _ in readRoads() } }

  private func readRoads() -> [Road] {
    layers.indices.flatMap { layer in
      let file = layers[layer].file
      return (0..<file[.roads].count / IndexFormat.Road.size).compactMap { number in
        let road = RoadRecord(file: file, number: number)
        return isReplaced(PlaceRef(layer: UInt8(layer), number: road.place)) ? nil : road.road
      }
    }
  }
}

/// A road's record in its file.
struct RoadRecord {
  let file: IndexFile
  let number: Int

  private var base: Int { number * IndexFormat.Road.size }
  private var window: Window { file[.roads] }
  private func text(_ field: Int) -> String? { file.text(window.u32(base + field)) }

  var place: UInt32 { window.u32(base + IndexFormat.Road.place) }

  /// The road as a value; nil when the file is damaged there.
  var road: Road? {
    let first = Int(window.u32(base + IndexFormat.Road.first))
    let positions = file.coordinates(first, Int(window.u32(base + IndexFormat.Road.count)))
    guard let line = try? LineString(Array(positions)) else { return nil }
    return Road(
      id: PlaceRecord(file: file, number: place).id, name: text(IndexFormat.Road.name) ?? "",
      otherNames: text(IndexFormat.Road.others)?.split(separator: "|").map(String.init) ?? [],
      distanceKey: text(IndexFormat.Road.key), line: line, from: text(IndexFormat.Road.from),
      to: text(IndexFormat.Road.to))
  }
}
