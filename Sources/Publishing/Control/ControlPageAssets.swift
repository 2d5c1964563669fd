import Formats

/// The report's own files and Leaflet's, read once from the data folder.
public struct ControlPageAssets: Sendable {
  let template: String
  let style: String
  let script: String
  let leafletStyle: String
  let leafletScript: String

  /// Reads `control/` and `leaflet/` in the folder, and the map page's first script, which makes elements.
  public init(folder: String) throws(PublishingError) {
    template = try PageAssets.text("\(folder)/control/control.html")
    style = try PageAssets.text("\(folder)/control/control.css")
    var parts = [try PageAssets.text("\(folder)/page/1-dom.js")]
    for name in Self.scripts { parts.append(try PageAssets.text("\(folder)/control/\(name)")) }
    script = "(() => {\n\"use strict\";\n" + parts.joined(separator: "\n") + "})();\n"
    let license = try PageAssets.text("\(folder)/page/leaflet-license.txt")
    leafletStyle = PageAssets.withoutSourceMap(try PageAssets.leaflet("leaflet.css", folder))
    leafletScript =
      "/*!\n\(license)*/\n" + PageAssets.withoutSourceMap(try PageAssets.leaflet("leaflet.min.js", folder))
  }

  static let scripts = ["1-data.js", "2-map.js", "3-time.js", "4-chart.js", "5-tables.js", "6-audit.js", "7-main.js"]
}
