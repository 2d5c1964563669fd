import Formats
public import Geometry
import Records

extension FeatureMaker {
  /// A feature from a store, which keeps no style, with the members that viewers draw by: an event, or held ground.
  public func styled(_ feature: Feature) -> Feature {
    var list = Properties()
    if let type = feature.properties["event_type"]?.stringValue.flatMap(EventType.init) {
      addStyle(stylebook.style(of: type), to: &list)
    } else if feature.properties["feature"] == "control_assertion" {
      addStyle(color: stylebook.assertionStyle.color, fillOpacity: 0.15, to: &list)
    } else if feature.properties["feature"] == "control", let side = feature.properties["side"]?.stringValue {
      let isHeld = feature.properties["status"] == "held"
      addStyle(color: stylebook.color(ofSide: side), fillOpacity: isHeld ? 0.45 : 0.25, to: &list)
    } else {
      return feature
    }
    var styled = feature
    for (key, value) in list.object where styled.properties[key] == nil { styled.properties[key] = value }
    return styled
  }
}
