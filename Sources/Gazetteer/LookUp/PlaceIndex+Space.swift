public import Geodesy
public import Geometry
public import Records

extension PlaceIndex {
  /// The place nearest to a point on the ellipsoid, among the kinds if any are given; nil when there is none.
  public func nearest(to point: Coordinate, kinds: Set<PlaceKind>? = nil) -> (place: Place, distance: Meters)? {
    nearest(1, to: point, kinds: kinds).first
  }

  /// The `count` places nearest to a point on the ellipsoid, nearest first.
  public func nearest(
    _ count: Int, to point: Coordinate, kinds: Set<PlaceKind>? = nil
  ) -> [(place: Place, distance: Meters)] {
    guard point.isFinite, count > 0 else { return [] }
    var search = NearestSearch(count: count, point: point)
    for layer in layers.indices {
      let tree = MappedTree(file: layers[layer].file)
      tree.search(&search) { number in
        let ref = PlaceRef(layer: UInt8(layer), number: number)
        return (kinds?.contains(record(ref).kind) ?? true) && !isReplaced(ref) ? ref : nil
      }
    }
    return search.found.map { (place(at: $0.ref), $0.distance) }
  }

  /// The places within a box, among the kinds if any are given, in the order of the files.
  public func places(within box: BoundingBox, kinds: Set<PlaceKind>? = nil) -> [Place] {
    var refs: [PlaceRef] = []
    for layer in layers.indices {
      var numbers: [UInt32] = []
      for part in box.plainParts { MappedTree(file: layers[layer].file).collect(part, &numbers) }
      refs += numbers.sorted().map { PlaceRef(layer: UInt8(layer), number: $0) }
    }
    return refs.filter { (kinds?.contains(record($0).kind) ?? true) && !isReplaced($0) }.map { place(at: $0) }
  }
}
