public import Gazetteer
public import NewsText
public import Records

/// Finds the places that a document names and says where they are.
///
/// For example: `Geoparser(index: index, folder: "Sources/Geoparsing/Data/en", vocabulary: &vocabulary)`, made before
/// the analyzer, so that the analyzer's vocabulary holds its words; then `geoparser.parse(document)`.
public struct Geoparser: Sendable {
  let knowledge: Knowledge
  private let memories: MemoryPool

  /// Reads the cue words of a language and, from the folder above, the prices and the seats of government.
  ///
  /// - Parameters:
  ///   - index: the places.
  ///   - folder: `Data/en`.
  ///   - vocabulary: gets the words of the tables.
  ///   - bias: a region whose places are preferred.
  ///   - restriction: a region outside which nothing is resolved.
  public init(
    index: PlaceIndex, folder: String, vocabulary: inout Vocabulary, bias: String? = nil, restriction: String? = nil
  ) throws {
    let data = folder + "/.."
    knowledge = Knowledge(
      lexicon: try Lexicon(folder: folder, vocabulary: &vocabulary), prices: try Prices(file: data + "/prices.tsv"),
      seats: try Seats(file: data + "/capitals.tsv"), index: index)
    memories = MemoryPool(knowledge, try Scope(bias: bias, restriction: restriction, index: index))
  }

  /// The places that the program knows.
  public var index: PlaceIndex { knowledge.index }

  /// Names, descriptions, relations and phrases of a document.
  public func parse(_ document: Document) -> GeoparsedText {
    withMemory { memory in
      var work = named(document, memory)
      return assemble(&work)
    }
  }

  /// The toponyms of a document as the verb `mentions` tells them: as those of `parse`, without phrases.
  public func mentions(in document: Document) -> [Mention] {
    withMemory { memory in
      var work = named(document, memory)
      return toponyms(&work).mentions(of: document)
    }
  }

  /// Gives a memory of the gazetteer to read one text with.
  func withMemory<Result>(_ body: (PlaceMemory) -> Result) -> Result {
    let memory = memories.take()
    defer { memories.putBack(memory) }
    memory.makeRoom()
    return body(memory)
  }

  /// The names of a document, judged, with their roles.
  func named(_ document: Document, _ memory: PlaceMemory) -> Workspace {
    var work = Workspace(document, knowledge, memory)
    NameFinder.find(&work)
    KindSaid.read(&work)
    NameJudge.judge(&work)
    UnknownNames.find(&work)
    return work
  }

  /// The place phrase's location: a point with its radius; nil where nothing tells where it is.
  public func locate(_ phrase: LocationPhrase, in text: GeoparsedText, of document: Document) -> EventLocation? {
    Locator(index: index, document: document, text: text).locate(phrase)
  }

  /// The area that a place phrase says, nil where it is a point: for whoever can cut polygons.
  public func area(_ phrase: LocationPhrase, in text: GeoparsedText, of document: Document) -> AreaRequest? {
    Locator(index: index, document: document, text: text).area(phrase)
  }

  /// From names to phrases.
  func assemble(_ work: inout Workspace) -> GeoparsedText {
    var text = toponyms(&work)
    for found in work.relations.reversed() {
      if case .toponym(let name)? = found.owner { text.toponyms[name].relation = found.relation }
    }
    text.definitePlaces = work.definites.map {
      DefinitePlace(
        tokens: $0.tokens, kind: $0.noun == "capital" ? .city : PlaceKind(rawValue: $0.noun), toponym: $0.toponym,
        place: $0.place, reason: $0.reason)
    }
    text.relations = work.relations.map(\.relation)
    text.phrases = PhraseReader.read(work, text)
    text.probes = work.probes
    return text
  }

  /// The names with their places, nothing else.
  private func toponyms(_ work: inout Workspace) -> GeoparsedText {
    var resolver = prepared(&work)
    resolver.resolve(&work)
    var text = GeoparsedText()
    text.toponyms = work.names.indices.map { toponym($0, work, resolver) }
    return text
  }

  /// What must be read before names can be placed.
  func prepared(_ work: inout Workspace) -> Resolver {
    KindSaid.read(&work)
    work.readModifiers()
    work.readTexts()
    RoleReader.read(&work)
    DefinitePlaceReader.find(&work)
    RelationReader.read(&work)
    return Resolver(knowledge.prices)
  }

  /// The tokens of a name; with the stop of an abbreviation that is written with one ("Tenn.").
  private func written(_ name: FoundName, _ work: Workspace) -> Range<Int> {
    let stop = name.tokens.upperBound
    guard !name.isGiven, stop < work.tokens.count, work.tokens[stop].kind == .stop, !work.tokens[stop].has(.spaced),
      name.namesakes.matches.contains(where: { $0.cost == 0 && $0.written.utf8.last == UInt8(ascii: ".") })
    else { return name.tokens }
    return name.tokens.lowerBound..<stop + 1
  }

  private func toponym(_ name: Int, _ work: Workspace, _ resolver: Resolver) -> Toponym {
    var toponym = Toponym(tokens: written(work.names[name], work), role: work.names[name].role)
    toponym.saidKind = work.names[name].saidKind
    toponym.isDoubted = resolver.states[name].isDoubted
    toponym.container = resolver.states[name].container
    toponym.contents = resolver.states[name].contents
    guard let best = resolver.best(name) else { return toponym }
    let range = resolver.states[name].range
    toponym.readings = resolver.readings[range]
    toponym.namesakes = work.names[name].namesakes
    toponym.texts = resolver.texts
    toponym.chosen = best.place
    toponym.score = Odds.share(best.price, range.count > 1 ? resolver.readings[range.lowerBound + 1].price : nil)
    return toponym
  }
}
