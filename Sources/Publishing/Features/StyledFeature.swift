import Formats
public import Geometry
import Records

extension FeatureMaker {
  /// An event's feature from a store, which keeps no style, with the members that viewers draw by.
  public func styled(_ feature: Feature) -> Feature {
    guard let type = feature.properties["event_type"]?.stringValue.flatMap(EventType.init) else { return feature }
    var list = Properties()
    addStyle(stylebook.style(of: type), to: &list)
    var styled = feature
    for (key, value) in list.object where styled.properties[key] == nil { styled.properties[key] = value }
    return styled
  }
}
