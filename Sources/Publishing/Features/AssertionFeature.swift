import Formats
public import Geometry
public import Records

extension FeatureMaker {
  /// A control assertion: the area said to be held.
  public func feature(of assertion: ControlAssertion) -> Feature {
    var list = Properties()
    list.add("feature", "control_assertion")
    list.add("doc_id", assertion.docID)
    list.add("side", assertion.side)
    list.add("status", assertion.status.rawValue)
    list.add("date", assertion.date?.description)
    list.add("attribution", assertion.attribution)
    list.add("assumed_width_km", assertion.assumedWidth)
    list.add("quote", assertion.quote)
    list.add("span_start", assertion.span.start)
    list.add("span_end", assertion.span.end)
    addStyle(color: stylebook.assertionStyle.color, fillOpacity: 0.15, to: &list)
    return Feature(geometry: assertion.shape, properties: list.object)
  }
}
