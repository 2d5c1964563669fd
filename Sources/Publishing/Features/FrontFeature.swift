import Formats
public import Geometry
public import Records

extension FeatureMaker {
  /// The line between two sides.
  public func feature(of front: FrontLine) -> Feature {
    var list = Properties()
    list.add("feature", "front")
    list.add("left", front.left)
    list.add("right", front.right)
    list.add("date", front.date?.description)
    list.add("length_km", front.lengthKM)
    list.add("vertex_spacing_km", front.vertexSpacingKM)
    list.add("stroke", "#1d1d1b")
    list.add("stroke-width", 3)
    list.add("stroke-opacity", 1)
    return Feature(geometry: front.shape, properties: list.object)
  }

  /// A settlement that changed hands, was claimed or came to be contested, with its ground.
  public func feature(of change: SettlementChange) -> Feature {
    var list = Properties()
    list.add("feature", "settlement_change")
    list.add("place_id", change.settlement)
    list.add("name", change.name)
    list.add("from", change.from)
    list.add("to", change.to)
    list.add("status", change.status.rawValue)
    list.add("date", change.day.description)
    list.add("area_km2", change.areaKM2)
    list.add("event_ids", change.causes.compactMap(\.eventID))
    list.add("sources", change.causes.flatMap(\.sources).map(Self.cited))
    list.add("quotes", change.causes.compactMap(\.quote))
    list.add("doubt", change.causes.compactMap(\.doubt))
    list.add("notes", change.causes.compactMap(\.note))
    addStyle(color: stylebook.color(ofSide: change.to), fillOpacity: change.status == .held ? 0.3 : 0.1, to: &list)
    return Feature(geometry: change.ground, properties: list.object)
  }

  /// "SANA, 2020-01-29".
  static func cited(_ source: CitedSource) -> String {
    source.day.map { "\(source.name), \($0)" } ?? source.name
  }
}
