import Formats
import Gazetteer
public import Geometry
public import Geoparsing
public import NewsText
public import Records
import Topology

/// What is coded beyond what a coder would code by default.
public struct Inclusion: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// Inclusions of these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Accusations and allegations.
  public static let alleged = Inclusion(rawValue: 1)
  /// Dated and placed events of the past.
  public static let historical = Inclusion(rawValue: 2)
  /// Violence that fits no type.
  public static let other = Inclusion(rawValue: 4)
}

/// Cuts an area that is said in words out of the map; nil where it cannot.
public typealias AreaCutter = @Sendable (AreaRequest) -> Shape?

/// What the event coder found in one document.
public struct CodedText: Sendable {
  /// The events, in the order of their first words.
  public var events: [Event] = []
  /// What is only denied.
  public var denials: [Event] = []
  /// Statements of who holds what.
  public var assertions: [ControlAssertion] = []
  /// Checkable figures, not yet checked.
  public var claims: [Claim] = []
  /// What looks like an event and is none.
  public var nearMisses: [NearMiss] = []
}

/// Codes the events of an analyzed and geoparsed text, as ACLED and UCDP coders would.
public struct EventCoder: Sendable {
  /// The language's lexicon and rules.
  public let lexicon: Lexicon
  let language: TextLanguage
  let geoparser: Geoparser
  let units: AreaUnits
  let cut: AreaCutter
  /// The representative points of areas cut before.
  private let points = Memo<AreaRequest, Coordinate?>(slots: 512)
  /// The names of countries by their code.
  let countries: [String: String]

  /// A coder of that language. `folder` holds the language's tables; `cut` fulfills requests for areas.
  public init(
    lexicon: Lexicon, language: TextLanguage, units: AreaUnits, geoparser: Geoparser, cut: @escaping AreaCutter
  ) {
    self.lexicon = lexicon
    self.language = language
    self.geoparser = geoparser
    self.units = units
    self.cut = cut
    countries = EventCoder.countries(of: geoparser.index)
  }

  /// The events, statements, claims and near-misses of a document.
  ///
  /// - Parameter explains: whether events tell why they are what and where they are.
  public func code(
    _ document: Document, _ places: GeoparsedText, include: Inclusion = [], explains: Bool = true
  ) -> CodedText {
    let reading = read(document, places, explains: explains)
    var frames = FrameReader(reading: reading).frames()
    for index in frames.indices { admit(&frames[index], include, reading) }
    var linker = DocumentLinker(reading: reading)
    linker.link(frames)
    return collect(linker, reading, include)
  }

  private static func countries(of index: PlaceIndex) -> [String: String] {
    var names: [String: String] = [:]
    for ref in index.refs(of: [.country]) {
      let place = index.place(at: ref)
      if let code = place.country { names[code] = place.name }
    }
    return names
  }

  // MARK: Reading

  private func read(_ document: Document, _ places: GeoparsedText, explains: Bool) -> Reading {
    Reading(document, places, lexicon, language, countries: countries, explains: explains) {
      spots(document, places)
    }
  }

  private func spots(_ document: Document, _ places: GeoparsedText) -> [PlaceSpot] {
    let found = places.phrases.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.compactMap {
      (phrase) -> PlaceSpot? in
      guard var location = geoparser.locate(phrase, in: places, of: document) else { return nil }
      if phrase.relation == nil { location.text = document.string(tokens: places.tokens(phrase.head)) }
      let kind = phrase.relation == nil ? places.place(phrase.head)?.kind ?? location.place.kind : location.place.kind
      shape(&location, phrase, places, document)
      var spot = PlaceSpot(
        tokens: phrase.tokens, name: places.tokens(phrase.head), preposition: phrase.preposition, role: phrase.role,
        location: location, kind: kind,
        isCoarse: location.basis == .area || kind.isArea)
      spot.isStandIn = places.place(phrase.head) == nil
      return spot
    }
    return ContainerReader(document: document, places: places, lexicon: lexicon, language: language).checked(found)
  }

  /// Replaces the point of an area by the honest area where it can be cut.
  private func shape(
    _ location: inout EventLocation, _ phrase: LocationPhrase, _ places: GeoparsedText, _ document: Document
  ) {
    guard location.place.kind != .country, location.place.kind != .road,
      let request = geoparser.area(phrase, in: places, of: document),
      let area = cut(request)
    else { return }
    location.shape = area
    location.basis = .area
    let point = points.value(request) { _ in try? Engine().representativePoint(of: area) }
    if let point { location.point = point }
  }

  // MARK: Results

  private func admit(_ frame: inout Frame, _ include: Inclusion, _ reading: Reading) {
    guard let miss = frame.miss, !frame.spots.isEmpty else { return }
    if miss.kind == .alleged, include.contains(.alleged) {
      frame.miss = nil
      frame.status = .alleged
      if let month = reading.month(around: frame.sentence), frame.time?.isOwn != true { frame.time = month }
    }
    if miss.kind == .historical, include.contains(.historical), frame.spots.allSatisfy({ !$0.isCoarse }) {
      frame.miss = nil
      frame.status = .historical
    }
  }

  private func collect(_ linker: DocumentLinker, _ reading: Reading, _ include: Inclusion) -> CodedText {
    let maker = EventMaker(reading: reading)
    var coded = CodedText()
    coded.nearMisses = linker.misses.map { maker.nearMiss($0.frame, $0.miss) }
    coded.denials = linker.denials.map { maker.denial($0.frame, $0.spot) }
    for cluster in linker.clusters {
      if cluster.type == .other, !include.contains(.other) {
        coded.nearMisses.append(
          maker.nearMiss(cluster.frames[0], Miss(kind: .other, reason: "violence of no stated type")))
      } else {
        coded.events.append(maker.event(cluster))
      }
    }
    coded.events.sort {
      ($0.mentions.map(\.span.start).min() ?? 0, $0.id) < ($1.mentions.map(\.span.start).min() ?? 0, $1.id)
    }
    coded.nearMisses.sort { ($0.span.start, $0.kind.rawValue) < ($1.span.start, $1.kind.rawValue) }
    coded.assertions = ControlReader(
      reading: reading, shape: cut, request: { geoparser.area($0, in: reading.places, of: reading.document) }
    ).assertions()
    coded.claims = ClaimFinder(reading: reading, units: units).claims()
    return coded
  }
}

/// The country a text is about: the one most of its places lie in, countries named count twice.
struct FocusCountry {
  let places: GeoparsedText

  let names: [String: String]

  init(_ places: GeoparsedText, names: [String: String]) {
    self.places = places
    self.names = names
  }

  func read() -> (code: String, name: String)? {
    var counts: [String: Int] = [:]
    for toponym in places.toponyms where toponym.role != .demonym && toponym.role != .dateline {
      guard let place = toponym.chosen, let code = place.country else { continue }
      counts[code, default: 0] += place.kind == .country ? 1 : 2
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
    return (best, names[best] ?? best)
  }
}
