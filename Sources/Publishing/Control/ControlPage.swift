public import Records

/// The report on control over time: one HTML file that opens from disk with no network. Its map moves from day to day, its
/// table and its chart tell the areas by week, and every figure opens the settlements, events and quotes it stands on.
public struct ControlPage: Sendable {
  /// Styles and words.
  public let maker: FeatureMaker
  /// Template, script, style, Leaflet.
  public let assets: ControlPageAssets
  /// What made the page.
  public let generator: Generator

  /// A builder of reports.
  public init(maker: FeatureMaker, assets: ControlPageAssets, generator: Generator) {
    self.maker = maker
    self.assets = assets
    self.generator = generator
  }

  /// The report as bytes.
  ///
  /// - Parameter ground: the layers under the map; they are thinned to what the page can show.
  public func page(_ story: ControlStory, ground: Ground = Ground()) throws(PublishingError) -> [UInt8] {
    let data = ControlPageData(story: story, maker: maker, generator: generator, ground: ground)
    let policy = PagePolicy.text(
      scripts: [assets.leafletScript, assets.script], styles: [assets.leafletStyle, assets.style], tileHost: nil)
    let template = PageTemplate(text: assets.template, file: "control.html")
    return try template.filled([
      "title": PageTemplate.escaped(story.title), "policy": PageTemplate.escaped(policy),
      "generator": PageTemplate.escaped("\(generator.name) \(generator.version)"),
      "method": PageTemplate.escaped(ControlMembers.method(of: story)),
      "kicker": PageTemplate.escaped(
        "Control of territory, \(story.basis == .maps ? "map by map" : "settlement by settlement")"),
      "leaflet_style": Array(assets.leafletStyle.utf8), "style": Array(assets.style.utf8),
      "leaflet": Array(assets.leafletScript.utf8), "script": Array(assets.script.utf8),
      "data": PageTemplate.embedded(data.json),
    ])
  }
}
