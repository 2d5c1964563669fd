import Formats
public import Geometry
public import Records

extension FeatureMaker {
  /// The front of both days, the settlements that changed hands, the roads of a comparison.
  public func features(of details: ChangeDetails) -> [Feature] {
    (details.frontBefore + details.frontAfter).map { feature(of: $0) } + details.settlements.map { feature(of: $0) }
      + details.roads.map { feature(of: $0) }
  }

  /// A settlement on ground that changed hands; no event is known from maps alone.
  public func feature(of transfer: SettlementTransfer) -> Feature {
    var list = Properties()
    list.add("feature", "settlement_change")
    list.add("place_id", transfer.place.id)
    list.add("name", transfer.place.name)
    list.add("kind", transfer.place.kind.rawValue)
    list.add("admin1", transfer.place.admin1)
    list.add("from", transfer.from)
    list.add("to", transfer.to)
    list.add("date", transfer.date?.description)
    list.add("event_ids", nil as String?)
    list.add("marker-color", transfer.to.map(stylebook.color(ofSide:)) ?? "#8a8a8a")
    list.add("marker-size", "small")
    return Feature(geometry: transfer.place.point.map { .point($0) }, properties: list.object)
  }

  /// A side's share in a road, with the stretches it holds now.
  public func feature(of share: RoadShare) -> Feature {
    var list = Properties()
    list.add("feature", "road_share")
    list.add("road", share.road)
    list.add("road_id", share.roadID)
    list.add("side", share.side)
    list.add("before_km", share.beforeKM)
    list.add("after_km", share.afterKM)
    list.add("stroke", share.side.map(stylebook.color(ofSide:)) ?? "#8a8a8a")
    list.add("stroke-width", 4)
    list.add("stroke-opacity", 1)
    return Feature(geometry: share.shape, properties: list.object)
  }
}
