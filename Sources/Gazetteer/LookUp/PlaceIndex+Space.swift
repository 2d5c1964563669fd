public import Geodesy
public import Geometry
public import Records

extension PlaceIndex {
  /// The place nearest to a point on the ellipsoid, among the kinds if any are given; nil when there is none.
  public func nearest(to point: Coordinate, kinds: Set<PlaceKind>? = nil) -> (place: Place, distance: Meters)? {
    var best: (ref: PlaceRef, distance: Meters)?
    for ref in refs {
      let record = record(ref)
      guard let at = record.point, kinds?.contains(record.kind) ?? true else { continue }
      let distance = Ellipsoid.distance(point, at)
      if distance.rawValue < best?.distance.rawValue ?? .infinity { best = (ref, distance) }
    }
    return best.map { (place(at: $0.ref), $0.distance) }
  }

  /// The places within a box, among the kinds if any are given, in the order of the files.
  public func places(within box: BoundingBox, kinds: Set<PlaceKind>? = nil) -> [Place] {
    refs.filter { ref in
      let record = record(ref)
      guard let point = record.point, kinds?.contains(record.kind) ?? true else { return false }
      return box.contains(point)
    }.map { place(at: $0) }
  }
}
