extension BoundingBox {
  /// The least box around this one and the position, on the plane: the antimeridian is not crossed for it.
  func extended(to point: Coordinate) -> BoundingBox {
    BoundingBox(
      west: min(west, point.lon), south: min(south, point.lat), east: max(east, point.lon),
      north: max(north, point.lat))
  }

  /// The least box around both. Two boxes that do not cross the antimeridian give one that does not.
  public func union(_ other: BoundingBox) -> BoundingBox {
    let (west, east) = meridians(around: other)
    return BoundingBox(west: west, south: min(south, other.south), east: east, north: max(north, other.north))
  }

  private func meridians(around other: BoundingBox) -> (west: Double, east: Double) {
    guard crossesAntimeridian || other.crossesAntimeridian else {
      return (min(west, other.west), max(east, other.east))
    }
    // Unrolled eastward, the other box stands at one of three places; the one that makes the least whole holds.
    let spans = [-360.0, 0, 360].map { shift in
      (west: min(west, other.west + shift), east: max(west + width, other.west + other.width + shift))
    }
    let least = spans.reduce(spans[1]) { $1.east - $1.west < $0.east - $0.west ? $1 : $0 }
    guard least.east - least.west < 360 else { return (-180, 180) }
    return (Self.wrapped(least.west), Self.wrapped(least.east))
  }

  private static func wrapped(_ lon: Double) -> Double {
    lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon
  }
}
