import Formats

/// The page's own files and Leaflet's, read once from the data folder.
///
/// Leaflet, not MapLibre GL: the page draws its own vector layers and labels, which needs no tiles, no glyph server and
/// no WebGL; Leaflet is a sixth of the size, its marks are elements that a keyboard and a screen reader reach, and
/// Debian keeps it (libjs-leaflet).
public struct PageAssets: Sendable {
  let template: String
  let style: String
  let script: String
  let leafletStyle: String
  let leafletScript: String

  /// Where Debian's libjs-leaflet lies; asked when the data folder holds no `leaflet`.
  public static let debianLeaflet = "/usr/share/javascript/leaflet"

  /// Reads `page/` and `leaflet/` in the folder.
  public init(folder: String) throws(PublishingError) {
    template = try Self.text("\(folder)/page/page.html")
    style = try Self.text("\(folder)/page/page.css")
    var parts: [String] = []
    for name in Self.scripts { parts.append(try Self.text("\(folder)/page/\(name)")) }
    script = "(() => {\n\"use strict\";\n" + parts.joined(separator: "\n") + "})();\n"
    let license = try Self.text("\(folder)/page/leaflet-license.txt")
    leafletStyle = Self.withoutSourceMap(try Self.leaflet("leaflet.css", folder))
    leafletScript = "/*!\n\(license)*/\n" + Self.withoutSourceMap(try Self.leaflet("leaflet.min.js", folder))
  }

  static let scripts = [
    "1-dom.js", "2-data.js", "3-marks.js", "4-ground.js", "5-labels.js", "6-layers.js", "6b-control.js", "7-time.js",
    "8-side.js", "9-detail.js", "10-main.js",
  ]

  static func leaflet(_ name: String, _ folder: String) throws(PublishingError) -> String {
    if let own = try? text("\(folder)/leaflet/\(name)") { return own }
    do { return try text("\(debianLeaflet)/\(name)") } catch {
      // The message names the folder where it belongs, not the last place that was tried.
      return try text("\(folder)/leaflet/\(name)")
    }
  }

  static func text(_ path: String) throws(PublishingError) -> String {
    do { return try MappedFile(path).withBytes { String(decoding: $0, as: UTF8.self) } } catch { throw .file(error) }
  }

  /// A page of one file has no map of its sources to point to.
  static func withoutSourceMap(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !isSourceMap($0) }.joined(separator: "\n")
  }

  private static func isSourceMap(_ line: Substring) -> Bool {
    line.hasPrefix("//# sourceMappingURL=") || line.hasPrefix("/*# sourceMappingURL=")
  }
}
