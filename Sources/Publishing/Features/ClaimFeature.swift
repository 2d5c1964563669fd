import Formats
public import Geometry
public import Records

extension FeatureMaker {
  /// A claim: what was measured on the map, or no geometry.
  public func feature(of claim: Claim) -> Feature {
    var list = Properties()
    list.add("feature", "claim")
    list.add("doc_id", claim.docID)
    list.add("kind", claim.kind.rawValue)
    list.add("claimed", claim.claimed)
    list.add("computed", claim.computed)
    list.add("unit", claim.unit)
    if claim.unit == "km" || claim.unit == "km2" {
      list.add("claimed_\(claim.unit)", claim.claimed)
      list.add("computed_\(claim.unit)", claim.computed)
    }
    list.add("verdict", claim.verdict.rawValue)
    list.add("tolerance", claim.tolerance)
    list.add("quote", claim.quote)
    list.add("span_start", claim.span.start)
    list.add("span_end", claim.span.end)
    addStyle(color: stylebook.claimStyle.color, fillOpacity: 0.1, to: &list)
    return Feature(geometry: claim.shape, properties: list.object)
  }
}
