public import Geometry
public import Records

/// A unit of administration with its ground.
public struct AdminUnit: Hashable, Sendable {
  /// The place's id.
  public let id: String
  /// Its name.
  public let name: String
  /// Governorate, province, district or country.
  public let kind: PlaceKind
  /// Its ground.
  public let shape: Shape

  /// A unit.
  public init(id: String, name: String, kind: PlaceKind, shape: Shape) {
    (self.id, self.name, self.kind, self.shape) = (id, name, kind, shape)
  }
}

extension PlaceIndex {
  /// The governorates, provinces and districts whose boxes meet a box, in the order of the files; where none is known,
  /// the countries.
  public func units(meeting box: BoundingBox) -> [AdminUnit] {
    var known: Set<String> = []
    // A later file's boundary replaces an earlier one's.
    let near = allBoundaries.reversed().filter { $0.box.intersects(box) && known.insert($0.id).inserted }.reversed()
    let parts = near.filter { [.governorate, .province, .district].contains($0.kind) }
    let chosen = parts.isEmpty ? near.filter { $0.kind == .country } : parts
    return chosen.compactMap { record in
      record.shape.map { AdminUnit(id: record.id, name: record.name, kind: record.kind, shape: $0) }
    }
  }
}
