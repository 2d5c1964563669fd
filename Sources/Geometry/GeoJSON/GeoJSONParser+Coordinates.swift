import Formats

extension GeoJSONParser {
  /// Reads the coordinates or geometries of the type; nil when something in them was lost.
  mutating func readShape(of type: String) throws(JSONError) -> Shape? {
    switch type {
    case "Point": try position().map(Shape.point)
    case "MultiPoint": try positions().map(Shape.multiPoint)
    case "LineString": try line().map(Shape.lineString)
    case "MultiLineString":
      try list(\.line) { parser throws(JSONError) in try parser.line() }.map(Shape.multiLineString)
    case "Polygon": try polygon().map(Shape.polygon)
    case "MultiPolygon":
      try list(\.polygon) { parser throws(JSONError) in try parser.polygon() }.map { .multiPolygon(MultiPolygon($0)) }
    default: try geometries().map(Shape.collection)
    }
  }

  private mutating func geometries() throws(JSONError) -> [Shape]? {
    let outer = place.geometry
    defer { place.geometry = outer }
    // A null in a collection is not allowed and has nothing to say: it is left out.
    return try list(\.geometry) { parser throws(JSONError) in [try parser.readGeometry()].compactMap(\.self) }?
      .flatMap(\.self)
  }

  private mutating func polygon() throws(JSONError) -> Polygon? {
    let start = try here()
    guard let rings = try list(\.ring, from: 0, { parser throws(JSONError) in try parser.ring() }) else { return nil }
    guard let exterior = rings.first else {
      report(.shape(.ringTooShort(count: 0)), at: start)
      return nil
    }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  private mutating func ring() throws(JSONError) -> Ring? {
    let start = try here()
    guard var points = try positions() else { return nil }
    if points.count >= 3, points.first != points.last {
      report(.shape(.ringNotClosed), at: start)
      points.append(points[0])
    }
    do throws(ShapeError) {
      let ring = try Ring(points)
      if ring.winding == (place.ring == 0 ? .clockwise : .counterclockwise) { report(.wrongWinding, at: start) }
      return ring
    } catch {
      report(.shape(error), at: start)
      return nil
    }
  }

  private mutating func line() throws(JSONError) -> LineString? {
    let start = try here()
    guard let points = try positions() else { return nil }
    do throws(ShapeError) { return try LineString(points) } catch {
      report(.shape(error), at: start)
      return nil
    }
  }

  /// Reads an array, counting its elements in the place; nil when any of them was lost.
  private mutating func list<Element>(
    _ counter: WritableKeyPath<GeoJSONPlace, Int?>, from first: Int = 1,
    _ read: (inout GeoJSONParser) throws(JSONError) -> Element?
  ) throws(JSONError) -> [Element]? {
    guard try isArray() else { return nil }
    var elements: [Element] = []
    var isWhole = true
    place[keyPath: counter] = first - 1
    try cursor.beginArray()
    while try cursor.nextElement() {
      place[keyPath: counter]? += 1
      if let element = try read(&self) { elements.append(element) } else { isWhole = false }
    }
    place[keyPath: counter] = nil
    return isWhole ? elements : nil
  }

  /// Is the next value an array? Anything else is reported and skipped.
  private mutating func isArray() throws(JSONError) -> Bool {
    let kind = try cursor.peek()
    if kind == .array { return true }
    report(.wrongKind(member: "coordinates", found: kind.name, wanted: "an array"), at: cursor.offset)
    try cursor.skip()
    return false
  }
}
