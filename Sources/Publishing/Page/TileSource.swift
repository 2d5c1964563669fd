/// An online background that the reader may switch on. The page asks it for nothing until then.
public struct TileSource: Hashable, Sendable {
  /// A Leaflet template over https: `https://tile.example/{z}/{x}/{y}.png`.
  public var url: String
  /// Who made the map, shown while it is on.
  public var attribution: String

  /// A tile source.
  public init(url: String, attribution: String) {
    self.url = url
    self.attribution = attribution
  }

  /// OpenStreetMap's own tiles.
  public static let openStreetMap = TileSource(
    url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png", attribution: "© OpenStreetMap contributors")

  /// The host in the template, nil unless it is a plain https address of one host.
  var host: String? {
    guard url.hasPrefix("https://"), let host = url.dropFirst(8).split(separator: "/").first else { return nil }
    let isPlain = host.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    return isPlain ? String(host) : nil
  }
}
