import Formats
import Geometry
import Records

/// Everything the page's script reads, as one JSON object.
struct PageData {
  let maker: FeatureMaker
  let generator: Generator
  let findings: [Findings]
  let ground: Ground
  let tiles: TileSource?
  let control: ControlStory?

  var json: [UInt8] {
    var writer = JSONWriter()
    let sources = SourceIndex(findings)
    writer.object {
      $0.member("generator", .object(generator.object))
      $0.member("n_documents", findings.count)
      $0.member("assertion_color", maker.stylebook.assertionStyle.color)
      $0.member("styles", .array(maker.stylebook.styles.filter { $0.letter != nil }.map(Self.style)))
      $0.member("tiles", tiles.flatMap(Self.tiles))
      $0.member("home_names", .array(homeNames.map { .string($0) }))
      $0.member("credits", .array(ground.credits.map { .string($0) }))
      array("events", events(sources), &$0)
      array("assertions", assertions, &$0)
      array("claims", claims, &$0)
      $0.member("documents", .object(documents))
      writeGround(&$0)
      if let control { write(control, &$0) }
    }
    return writer.bytes
  }

  /// The member `control`: who held which ground, day by day.
  private func write(_ control: ControlStory, _ writer: inout JSONWriter) {
    let page = ControlPageData(story: control, maker: maker, generator: generator, ground: Ground())
    writer.key("control")
    writer.object {
      page.writeHead(&$0)
      page.writeFrames(&$0)
      page.writeChanges(&$0)
    }
  }

  /// The countries that events lie in.
  var homeCodes: Set<String> { Set(findings.flatMap(\.events).compactMap(\.location?.country)) }

  /// Their names: their governorates are labeled, they themselves are not.
  private var homeNames: [String] {
    homeCodes.sorted().compactMap { maker.stylebook.country($0)?.name }
  }

  /// Features, one a line, so that a person can read the page's source.
  private func array(_ name: String, _ features: [Feature], _ writer: inout JSONWriter) {
    writer.key(name)
    writer.array {
      for feature in features {
        $0.breakLine()
        $0.feature(feature)
      }
    }
  }

  private static func style(_ style: Style) -> JSONValue {
    [
      "key": .string(style.key), "label": .string(style.label), "family": .string(style.family),
      "color": .string(style.color), "ink": .string(style.ink), "shape": .string(style.mark.rawValue),
      "letter": .string(style.letter ?? ""),
    ]
  }

  private static func tiles(_ source: TileSource) -> JSONValue? {
    source.host.map { ["url": .string(source.url), "host": .string($0), "attribution": .string(source.attribution)] }
  }

  /// Event features with the words of the panel and every mention beside their properties.
  private func events(_ sources: SourceIndex) -> [Feature] {
    findings.flatMap(\.events).map { event in
      var feature = maker.feature(of: event, sources: sources)
      feature.members["words"] = .object(EventWords(event: event, maker: maker, sources: sources).object)
      feature.members["mentions"] = .array(event.mentions.map(Self.mention))
      return feature
    }
  }

  private static func mention(_ mention: EventMention) -> JSONValue {
    [
      "doc_id": .string(mention.docID), "start": .int(mention.span.start), "end": .int(mention.span.end),
      "quote": .string(mention.quote), "zone": .string(mention.zone.rawValue),
    ]
  }

  private var assertions: [Feature] {
    findings.flatMap(\.assertions).map { assertion in
      var feature = maker.feature(of: assertion)
      feature.members["words"] = .object(ClaimWords.object(assertion))
      return feature
    }
  }

  private var claims: [Feature] {
    findings.flatMap(\.claims).map { claim in
      var feature = maker.feature(of: claim)
      feature.members["words"] = .object(ClaimWords.object(claim))
      return feature
    }
  }
}
