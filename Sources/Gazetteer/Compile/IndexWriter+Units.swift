import Geometry

extension IndexWriter {
  /// Enters a road, whose place must have been entered before.
  mutating func add(_ road: RoadSource) {
    guard let place = placeOfRoad[road.id] else { return }
    roads.put(place)
    let texts: [String?] = [road.name, road.otherNames.joined(separator: "|"), road.distanceKey, road.from, road.to]
    for text in texts { roads.put(strings.offset(text)) }
    putRun(of: road.waypoints, into: roads)
  }

  mutating func add(_ boundary: BoundarySource) {
    guard let box = Shape.multiPolygon(MultiPolygon(boundary.polygons)).boundingBox else { return }
    for side in [box.west, box.south, box.east, box.north] { boundaries.put(side) }
    boundaries.put(strings.offset(boundary.id))
    boundaries.put(strings.offset(boundary.name))
    boundaries.put(Self.bytes(ofCountry: boundary.country))
    boundaries.put(kindNumber(boundary.kind))
    boundaries.put(UInt8(0))
    boundaries.put(UInt32(rings.count / IndexFormat.Ring.size))
    boundaries.put(UInt32(boundary.polygons.reduce(0) { $0 + 1 + $1.holes.count }))
    units.add(boundary, box, firstPosition: coordinates.count / IndexFormat.coordinateSize, to: boundaries)
    boundaries.pad(to: IndexFormat.Boundary.size)
    for polygon in boundary.polygons {
      put(polygon.exterior, hole: false)
      for hole in polygon.holes { put(hole, hole: true) }
    }
  }

  private func put(_ ring: Ring, hole: Bool) {
    putRun(of: ring.coordinates, into: rings)
    rings.put(UInt32(hole ? 1 : 0))
    rings.put(UInt32(0))
  }

  /// Writes positions; the number of the first and how many there are go into `record`.
  private func putRun(of positions: [Coordinate], into record: ScratchBytes) {
    record.put(UInt32(coordinates.count / IndexFormat.coordinateSize))
    record.put(UInt32(positions.count))
    for position in positions {
      coordinates.put(position.lon)
      coordinates.put(position.lat)
    }
  }
}
