import Formats
import Geometry
public import Records

/// The map page: one HTML file that opens from disk with no network, every event leading to its quote in its article.
///
/// For example:
///
///     let assets = try PageAssets(folder: data)
///     let page = HTMLMap(maker: maker, assets: assets, generator: generator)
///     let bytes = try page.page(findings, ground: ground)
public struct HTMLMap: Sendable {
  /// Styles and words.
  public let maker: FeatureMaker
  /// Template, script, style, Leaflet.
  public let assets: PageAssets
  /// What made the page.
  public let generator: Generator

  /// A builder of pages.
  public init(maker: FeatureMaker, assets: PageAssets, generator: Generator) {
    self.maker = maker
    self.assets = assets
    self.generator = generator
  }

  /// The page as bytes.
  ///
  /// - Parameters:
  ///   - ground: the layers under the events; they are thinned to what the page can show.
  ///   - title: nil makes one of the places ("Aleppo, Idlib and Damascus").
  ///   - tiles: an online background that the reader may switch on; nil offers none.
  ///   - control: who held which ground, drawn under the events and moving with the days.
  public func page(
    _ findings: [Findings], ground: Ground = Ground(), title: String? = nil, tiles: TileSource? = .openStreetMap,
    control: ControlStory? = nil
  ) throws(PublishingError) -> [UInt8] {
    let title = title ?? PageTitle.compose(findings, stylebook: maker.stylebook)
    let source = tiles?.host == nil ? nil : tiles
    let data = PageData(
      maker: maker, generator: generator, findings: findings, ground: ground, tiles: source, control: control)
    let policy = PagePolicy.text(
      scripts: [assets.leafletScript, assets.script], styles: [assets.leafletStyle, assets.style],
      tileHost: source?.host)
    let template = PageTemplate(text: assets.template, file: "page.html")
    return try template.filled([
      "title": PageTemplate.escaped(title), "policy": PageTemplate.escaped(policy),
      "generator": PageTemplate.escaped("\(generator.name) \(generator.version)"),
      "leaflet_style": Array(assets.leafletStyle.utf8), "style": Array(assets.style.utf8),
      "leaflet": Array(assets.leafletScript.utf8), "script": Array(assets.script.utf8),
      "data": PageTemplate.embedded(data.json),
    ])
  }
}
