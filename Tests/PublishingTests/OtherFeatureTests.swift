import Formats
import Geometry
import Publishing
import Records
import Testing

@Suite struct OtherFeatureTests {
  private func maker() throws -> FeatureMaker { FeatureMaker(stylebook: try Repository.stylebook()) }

  @Test func `a claim of a length has it in kilometers too`() throws {
    let feature = try maker().feature(of: try Sample.third().claims[0])
    #expect(
      feature.properties.map(\.key).prefix(14) == [
        "feature", "doc_id", "kind", "claimed", "computed", "unit", "claimed_km", "computed_km", "verdict", "tolerance",
        "quote", "span_start", "span_end", "stroke",
      ])
    #expect(feature.properties["computed_km"] == 26.7)
    #expect(feature.geometry?.typeName == "LineString")
  }

  @Test func `a count has no member of length or area`() throws {
    let feature = try maker().feature(of: Sample.countClaim("d"))
    #expect(feature.properties["claimed"] == 46.0)
    #expect(feature.properties["computed"] == .null)
    #expect(feature.properties["verdict"] == "cannot_tell")
    #expect(!feature.properties.contains { $0.key.hasPrefix("claimed_") })
  }

  @Test func `an area has it in square kilometers too`() throws {
    let feature = try maker().feature(of: Sample.areaClaim("d"))
    #expect(feature.properties["claimed_km2"] == 318.568537)
    #expect(feature.properties["computed_km2"] == .null)
  }

  @Test func `a control assertion tells side, width and words`() throws {
    let feature = try maker().feature(of: try Sample.third().assertions[0])
    #expect(
      feature.properties.map(\.key).prefix(10) == [
        "feature", "doc_id", "side", "status", "date", "attribution", "assumed_width_km", "quote", "span_start",
        "span_end",
      ])
    #expect(feature.properties["side"] == "Government of Syria")
    #expect(feature.properties["assumed_width_km"] == 5.0)
  }

  @Test func `a mention as a feature and as an object has the same members`() throws {
    let mention = Mention(
      docID: "d", text: "Idlib", span: Span(3, 8), zone: .body, role: .embedded, place: Sample.maarat, score: 0.75,
      reasons: ["the only one", "near others"])
    let feature = try maker().feature(of: mention)
    let object = FeatureMaker.object(of: mention)
    #expect(feature.properties.map(\.key) == ["feature"] + object.map(\.key))
    #expect(
      object.map(\.key) == [
        "doc_id", "text", "start", "end", "zone", "role", "name", "place_id", "place_kind", "country", "lat", "lon",
        "score", "reasons",
      ])
    #expect(object["reasons"] == "the only one;near others")
    #expect(feature.geometry == .point(Coordinate(lon: 36.67693, lat: 35.6483)))
  }

  @Test func `an unresolved mention has no geometry and null for the place`() throws {
    let mention = Mention(
      docID: "d", text: "Nowhere", span: Span(0, 7), zone: .body, role: .literal, place: nil, score: nil, reasons: [])
    let feature = try maker().feature(of: mention)
    #expect(feature.geometry == nil)
    #expect(feature.properties["lat"] == .null)
    #expect(feature.properties["reasons"] == .null)
  }
}
