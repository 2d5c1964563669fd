import Geodesy
import Geometry
import Records
import Topology

extension MapDraft {
  /// The map: one valid shape a side on the grid, none of them over another.
  func finished() throws(TopologyError) -> ControlMap {
    var map = ControlMap(name: name, date: date, source: source, areas: [], notes: notes)
    map.areas = try parted(notes: &map.notes).map { side in
      ControlArea(
        side: side.name, status: side.status, date: date, shape: side.shape,
        areaKM2: Ellipsoid.area(of: side.shape).squareKilometers, method: origin.method, sources: origin.sources)
    }
    return map
  }

  private struct Side {
    let name: String
    let status: ControlStatus
    var shape: Shape
  }

  /// The sides without what earlier ones hold already.
  private func parted(notes: inout [String]) throws(TopologyError) -> [Side] {
    let engine = Engine()
    var done: [Side] = []
    for drawing in drawings {
      var side = Side(
        name: drawing.side, status: drawing.status, shape: try joined(drawing, engine, notes: &notes))
      // Claims lie over the ground that somebody else holds.
      for earlier in done where (earlier.status == .claimed) == (side.status == .claimed) {
        guard let box = side.shape.boundingBox, let other = earlier.shape.boundingBox, box.intersects(other) else {
          continue
        }
        let area = Ellipsoid.area(of: try engine.intersection(earlier.shape, side.shape)).squareKilometers
        guard area > 0 else { continue }
        notes.append(
          "\(file): \"\(earlier.name)\" and \"\(side.name)\" both hold the same \(area) km²: it stays with the first")
        side.shape = Ground.area(try engine.difference(side.shape, earlier.shape).polygons)
      }
      done.append(side)
    }
    return done
  }

  /// A side's polygons as one valid shape on the grid.
  private func joined(_ drawing: Drawing, _ engine: Engine, notes: inout [String]) throws(TopologyError) -> Shape {
    let whole = Ground.area(drawing.parts.map(\.polygon))
    if try engine.isValid(whole) { return Ground.area(try engine.laidOnGrid(whole).polygons) }
    var repaired: [Shape] = []
    for part in drawing.parts {
      let shape = Shape.polygon(part.polygon)
      guard let own = try engine.whyInvalid(shape) else {
        repaired.append(shape)
        continue
      }
      let place = FaultPlace.words(own, of: part.place, part.polygon)
      notes.append("\(file): \(place): not valid (\(words(own))), and repaired")
      repaired.append(try self.repaired(part.polygon, engine))
    }
    let union = Ground.area(try engine.union(repaired).polygons)
    noteOverlap(of: drawing.side, repaired, union, &notes)
    return union
  }

  /// A polygon made valid: what its exterior encloses less what its holes enclose, so that a hole outside cuts nothing
  /// and is no ground either.
  private func repaired(_ polygon: Polygon, _ engine: Engine) throws(TopologyError) -> Shape {
    let shell = try engine.makeValid(.polygon(Polygon(exterior: polygon.exterior)))
    if polygon.holes.isEmpty { return shell }
    let holes = try polygon.holes.map { hole throws(TopologyError) in
      try engine.makeValid(.polygon(Polygon(exterior: hole)))
    }
    return try engine.difference(shell, engine.union(holes))
  }

  /// Areas of one side that touch are drawn in pieces, which is no fault; those that overlap are told.
  private func noteOverlap(of side: String, _ parts: [Shape], _ union: Shape, _ notes: inout [String]) {
    let drawn = parts.reduce(0) { $0 + Ellipsoid.area(of: $1).squareKilometers }
    let overlap = drawn - Ellipsoid.area(of: union).squareKilometers
    if overlap > 1e-7 * drawn {
      notes.append("\(file): areas of \"\(side)\" overlap each other by \(overlap) km²: that is counted once")
    }
  }

  private func words(_ fault: Invalidity) -> String {
    fault.place.map { "\(fault.reason) at \($0)" } ?? fault.reason
  }
}
