import Records

/// Whose lines a map has. Maps of two origins are never compared silently.
struct MapOrigin {
  /// What the map names as its sources; none where it names nobody.
  let sources: [String]
  /// How its lines were found: `published`, or `settlements` and `advanced` where this program drew them.
  let method: String

  init(_ source: String?, method: String?) {
    sources = source.map { $0.split(separator: ";").map(String.init) } ?? []
    self.method = method ?? Self.published
  }

  init(_ map: ControlMap) { self.init(map.source, method: map.areas.first?.method) }

  static let published = "published"

  /// Whether one may be compared with the other.
  ///
  /// Publishers' maps must name the same source. A map that this program made names everybody who bears it out: from day
  /// to day they become more, so that one of them in common is enough.
  func isSame(as other: MapOrigin) -> Bool {
    if sources.isEmpty || other.sources.isEmpty || sources == other.sources { return true }
    guard method != Self.published || other.method != Self.published else { return false }
    return !Set(sources).isDisjoint(with: other.sources)
  }

  /// What an error says of it: not a hundred names.
  var words: String {
    sources.count > 3
      ? sources.prefix(2).joined(separator: ", ") + " and \(sources.count - 2) more" : sources.joined(separator: ", ")
  }
}
