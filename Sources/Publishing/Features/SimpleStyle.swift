import Formats

extension FeatureMaker {
  /// The members that viewers of simplestyle-spec 1.1 draw by: mark, line and filling of a style.
  func addStyle(_ style: Style, to list: inout some MemberSink) {
    list.add("marker-color", style.color)
    list.add("marker-symbol", style.letter?.lowercased())
    addStyle(color: style.color, fillOpacity: 0.2, to: &list)
  }

  /// The same for what has no point.
  func addStyle(color: String, fillOpacity: Double, to list: inout some MemberSink) {
    list.add("stroke", color)
    list.add("stroke-width", 2)
    list.add("stroke-opacity", 1)
    list.add("fill", color)
    list.add("fill-opacity", fillOpacity)
  }
}
