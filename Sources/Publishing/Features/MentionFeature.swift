public import Formats
public import Geometry
public import Records

extension FeatureMaker {
  /// A mention as a feature: a point where it was resolved, else no geometry.
  public func feature(of mention: Mention) -> Feature {
    var list = Properties()
    list.add("feature", "mention")
    Self.add(mention, to: &list)
    return Feature(geometry: mention.place?.point.map { .point($0) }, properties: list.object)
  }

  /// Writes a mention as a feature: the bytes of `feature(of:)`, without making it.
  public static func write(_ mention: Mention, to json: inout JSONWriter) {
    json.beginObject()
    json.member("type", "Feature")
    json.key("geometry")
    json.geometry(mention.place?.point.map { .point($0) })
    json.key("properties")
    json.object {
      $0.add("feature", "mention")
      add(mention, to: &$0)
    }
    json.endObject()
  }

  /// A mention as a plain object, for the collection's member `mentions`.
  public static func object(of mention: Mention) -> JSONObject {
    var list = Properties()
    add(mention, to: &list)
    return list.object
  }

  private static func add(_ mention: Mention, to list: inout some MemberSink) {
    let point = mention.place?.point?.rounded
    list.add("doc_id", mention.docID)
    list.add("text", mention.text)
    list.add("start", mention.span.start)
    list.add("end", mention.span.end)
    list.add("zone", mention.zone.rawValue)
    list.add("role", mention.role.rawValue)
    list.add("name", mention.place?.name)
    list.add("place_id", mention.place?.id)
    list.add("place_kind", mention.place?.kind.rawValue)
    list.add("country", mention.place?.country)
    list.add("lat", point?.lat)
    list.add("lon", point?.lon)
    list.add("score", mention.score)
    list.add("reasons", Properties.joined(mention.reasons))
  }
}
