import Formats
public import Geometry
public import Records
import Topology

/// A region that events may lie in: by the name of their unit, or inside its boundary.
public struct QueryRegion: Hashable, Sendable {
  /// The name: a governorate's, a district's, a country's code.
  public var name: String
  /// Its boundary, nil where none is known.
  public var boundary: Shape?

  /// A region.
  public init(name: String, boundary: Shape? = nil) {
    self.name = name
    self.boundary = boundary
  }
}

/// Which events are wanted. An event that says nothing of what is asked is not.
public struct EventQuery: Hashable, Sendable {
  /// Events that may have happened on this day or later.
  public var since: Day?
  /// Events that may have happened on this day or earlier.
  public var until: Day?
  /// These event types; all where empty.
  public var types: Set<String>
  /// A part of the name of an acting or suffering side.
  public var actor: String?
  /// The least precision: `geo_precision` 1 (the place) to 3 (a region).
  public var precision: Int?
  /// A box that the event's geometry has a part in.
  public var box: BoundingBox?
  /// An area that the event's geometry has a part in.
  public var area: Shape?
  /// Regions, in one of which the event lies.
  public var regions: [QueryRegion]
  /// Words in the event's place, sides, quote, sentence, title or description.
  public var text: String?

  /// Everything that is asked; nothing asks for all events.
  public init(
    since: Day? = nil, until: Day? = nil, types: Set<String> = [], actor: String? = nil, precision: Int? = nil,
    box: BoundingBox? = nil, area: Shape? = nil, regions: [QueryRegion] = [], text: String? = nil
  ) {
    self.since = since
    self.until = until
    self.types = types
    self.actor = actor
    self.precision = precision
    self.box = box
    self.area = area
    self.regions = regions
    self.text = text
  }

  /// Is nothing asked?
  public var isEmpty: Bool { self == EventQuery() }
}

extension EventQuery {
  /// Is the feature wanted? Only events are, where it says what it is.
  public func accepts(_ feature: Feature) -> Bool {
    if let kind = feature.properties["feature"]?.stringValue, kind != "event" { return false }
    return isInTime(feature) && isOfType(feature) && hasActor(feature) && isPrecise(feature) && isInBox(feature)
      && hasText(feature) && isInArea(feature) && isInRegion(feature)
  }

  private func isInTime(_ feature: Feature) -> Bool {
    func day(_ names: [String]) -> Day? {
      names.lazy.compactMap { feature.properties[$0]?.stringValue }.compactMap { Day(iso: $0) }.first
    }
    if let since {
      guard let end = day(["end", "date", "event_date"]), end >= since else { return false }
    }
    if let until {
      guard let start = day(["start", "date", "event_date"]), start <= until else { return false }
    }
    return true
  }

  private func isOfType(_ feature: Feature) -> Bool {
    types.isEmpty || feature.properties["event_type"]?.stringValue.map(types.contains) ?? false
  }

  private func hasActor(_ feature: Feature) -> Bool {
    guard let actor else { return true }
    return contains(feature, ["actor1", "assoc_actor_1", "actor2", "assoc_actor_2"], actor)
  }

  private func hasText(_ feature: Feature) -> Bool {
    guard let text else { return true }
    let members = [
      "place", "place_text", "admin1", "admin2", "actor1", "assoc_actor_1", "actor2", "assoc_actor_2", "quote",
      "sentence", "title", "description", "damage_text", "toll_text", "notes",
    ]
    return contains(feature, members, text)
  }

  private func contains(_ feature: Feature, _ members: [String], _ words: String) -> Bool {
    let wanted = words.lowercased()
    return members.contains { feature.properties[$0]?.stringValue?.lowercased().contains(wanted) ?? false }
  }

  private func isPrecise(_ feature: Feature) -> Bool {
    guard let precision else { return true }
    return feature.properties["geo_precision"]?.intValue.map { $0 <= precision } ?? false
  }

  private func isInBox(_ feature: Feature) -> Bool {
    guard let box else { return true }
    guard let shape = feature.geometry else { return false }
    if case .point(let point) = shape { return box.contains(point) }
    return Self.meet(box.shape, shape)
  }

  private func isInArea(_ feature: Feature) -> Bool {
    guard let area else { return true }
    return feature.geometry.map { Self.meet(area, $0) } ?? false
  }

  private func isInRegion(_ feature: Feature) -> Bool {
    guard !regions.isEmpty else { return true }
    return regions.contains { region in
      let name = region.name.lowercased()
      let isNamed = ["admin1", "admin2", "country"].contains {
        feature.properties[$0]?.stringValue?.lowercased() == name
      }
      if isNamed { return true }
      guard let boundary = region.boundary, let shape = feature.geometry else { return false }
      return Self.meet(boundary, shape)
    }
  }

  /// A shape that GEOS cannot read meets nothing.
  private static func meet(_ area: Shape, _ shape: Shape) -> Bool {
    guard let one = area.boundingBox, let other = shape.boundingBox, one.intersects(other) else { return false }
    return (try? Engine().intersects(area, shape)) ?? false
  }
}
