import Geometry

/// Cells of one degree over the whole world.
enum UnitGrid {
  static let columns = 360
  static let rows = 180

  static func column(_ lon: Double) -> Int { min(max(Int(lon + 180), 0), columns - 1) }
  static func row(_ lat: Double) -> Int { min(max(Int(lat + 90), 0), rows - 1) }
}

/// Equal bands of latitude over a boundary's box: a look-up sees the edges of one of them.
struct Strips {
  let south: Double
  let north: Double
  let count: Int

  /// Edges that a strip shall hold at most, were they spread evenly and short.
  private static let edgesInStrip = 4

  init(south: Double, north: Double, edges: Int) {
    self.init(south: south, north: north, count: min(max(edges / Self.edgesInStrip, 1), 1 << 14))
  }

  init(south: Double, north: Double, count: Int) {
    self.south = south
    self.north = north
    self.count = count
  }

  /// The band of a latitude: the same arithmetic when they are made and when they are asked, so that none is missed.
  func number(_ lat: Double) -> Int {
    let share = (lat - south) / (north - south) * Double(count)
    return share > 0 ? min(Int(min(share, Double(count))), count - 1) : 0
  }
}
