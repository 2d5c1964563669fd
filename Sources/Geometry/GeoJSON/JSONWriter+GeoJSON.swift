public import Formats

extension JSONWriter {
  /// Writes a feature: type, id, geometry, properties, then foreign members.
  public mutating func feature(_ feature: Feature) {
    object {
      $0.member("type", "Feature")
      if let id = feature.id { $0.member("id", id) }
      $0.key("geometry")
      $0.geometry(feature.geometry)
      $0.key("properties")
      $0.members(feature.properties)
      $0.foreign(feature.members)
    }
  }

  /// Writes a geometry by RFC 7946; nil is null. All coordinates must be finite: a shape that is not is a fault of
  /// the program and stops it.
  public mutating func geometry(_ shape: Shape?) {
    guard let shape else { return null() }
    object {
      $0.member("type", shape.typeName)
      if case .collection(let shapes) = shape {
        $0.key("geometries")
        $0.array { for shape in shapes { $0.geometry(shape) } }
      } else {
        $0.key("coordinates")
        $0.coordinates(shape)
      }
    }
  }

  /// Writes a box as west, south, east, north with at most 7 decimals.
  public mutating func box(_ box: BoundingBox) {
    array { for side in [box.west, box.south, box.east, box.north] { $0.degrees(side) } }
  }

  /// Writes members that RFC 7946 does not define anywhere.
  mutating func foreign(_ members: JSONObject) {
    for (key, value) in members where !Self.reserved.contains(key) { member(key, value) }
  }

  /// Section 7.1 forbids these as foreign members; `crs` was removed by section 4.
  private static let reserved: Set<String> = [
    "type", "id", "geometry", "properties", "coordinates", "geometries", "features", "bbox", "crs",
  ]

  private mutating func coordinates(_ shape: Shape) {
    switch shape {
    case .point(let point): position(point)
    case .multiPoint(let points): positions(points)
    case .lineString(let line): positions(line.coordinates)
    case .multiLineString(let lines): array { for line in lines { $0.positions(line.coordinates) } }
    case .polygon(let polygon): rings(polygon)
    case .multiPolygon(let areas): array { for polygon in areas.polygons { $0.rings(polygon) } }
    case .collection: preconditionFailure("a GeometryCollection has no coordinates")
    }
  }

  private mutating func rings(_ polygon: Polygon) {
    // Rounded first: rounding can turn the winding of a very small ring.
    array {
      for (index, ring) in polygon.rings.enumerated() {
        let rounded = Ring(unchecked: ring.coordinates.map(\.rounded))
        $0.positions(rounded.wound(index == 0 ? .counterclockwise : .clockwise).coordinates)
      }
    }
  }

  private mutating func positions(_ points: [Coordinate]) {
    array { for point in points { $0.position(point) } }
  }

  private mutating func position(_ point: Coordinate) {
    array {
      $0.degrees(point.lon)
      $0.degrees(point.lat)
    }
  }

  private mutating func degrees(_ value: Double) {
    precondition(value.isFinite, "a coordinate to be written is not finite")
    double(value, places: 7)
  }
}
