import Claims
public import EventCoding
public import Gazetteer
import Geoparsing
import NewsText
public import Records

/// What a reader may be told.
public struct ReadingOptions: Hashable, Sendable {
  /// The day of publication of every article that brings none of its own.
  public var published: Day?
  /// What is coded beyond the default.
  public var include: Inclusion
  /// A region whose places are preferred.
  public var bias: String?
  /// A region to which places are restricted.
  public var restrict: String?
  /// Whether events tell why they are what and where they are (`Event.explanation`).
  public var explains: Bool
  /// Whether findings tell every place mention (`Findings.mentions`).
  public var tellsMentions: Bool

  /// Options.
  public init(
    published: Day? = nil, include: Inclusion = [], bias: String? = nil, restrict: String? = nil, explains: Bool = true,
    tellsMentions: Bool = true
  ) {
    self.published = published
    self.include = include
    self.bias = bias
    self.restrict = restrict
    self.explains = explains
    self.tellsMentions = tellsMentions
  }
}

/// Reads articles: text in, records out. It holds no state between articles; one may be shared by many tasks.
public struct Reader: Sendable {
  /// The gazetteer.
  public let index: PlaceIndex
  /// The options.
  public let options: ReadingOptions
  // A class, so that this value's layout does not hang on modules that its users do not see.
  private let parts: ReaderParts

  /// A reader of a language over a gazetteer.
  ///
  /// - Throws: where a table of the language is missing or faulty; the error names file and line.
  public init(index: PlaceIndex, language: LanguageData, options: ReadingOptions = ReadingOptions()) throws {
    var vocabulary = Vocabulary()
    let text = try TextLanguage(folder: language.tables("NewsText"), vocabulary: &vocabulary)
    let lexicon = try Lexicon(
      folder: language.tables("EventCoding"), actors: language.module("EventCoding") + "/actors",
      vocabulary: &vocabulary)
    let units = try AreaUnits(folder: language.tables("EventCoding"), vocabulary: &vocabulary)
    let geoparser = try Geoparser(
      index: index, folder: language.tables("Geoparsing"), vocabulary: &vocabulary, bias: options.bias,
      restriction: options.restrict)
    parts = ReaderParts(
      analyzer: Analyzer(language: text, vocabulary: vocabulary), geoparser: geoparser,
      coder: EventCoder(
        lexicon: lexicon, language: text, units: units, geoparser: geoparser, cut: AreaCutting(index: index).cut),
      checker: ClaimChecker(index: index), placing: EventPlacing(index: index))
    self.index = index
    self.options = options
  }

  /// The rules by which events are coded.
  public var rules: [EventRule] { parts.coder.lexicon.rules }

  /// A digest of rules and lexicon, for the collection's `generator`.
  public var rulesHash: String { parts.coder.lexicon.contentHash }

  /// Everything an article yields: analyze, geoparse, code, check, measure.
  public func read(_ article: Article) -> Findings {
    var article = article
    article.published = article.published ?? options.published
    let document = parts.analyzer.analyze(article)
    let places = parts.geoparser.parse(document)
    let coded = parts.coder.code(document, places, include: options.include, explains: options.explains)
    var findings = Findings(docID: article.docID, text: document.text)
    findings.title = document.title
    findings.sourceName = article.sourceName
    findings.sourceURL = article.sourceURL
    findings.publication = document.publication
    findings.events = coded.events.map(parts.placing.located)
    findings.denials = coded.denials.map(parts.placing.located)
    findings.assertions = coded.assertions
    findings.claims = coded.claims.map(parts.checker.check)
    if options.tellsMentions { findings.mentions = places.mentions(of: document) }
    findings.nearMisses = coded.nearMisses
    findings.notes = document.notes
    return findings
  }
}

/// The steps of the way, made once.
private final class ReaderParts: Sendable {
  let analyzer: Analyzer
  let geoparser: Geoparser
  let coder: EventCoder
  let checker: ClaimChecker
  let placing: EventPlacing

  init(
    analyzer: Analyzer, geoparser: Geoparser, coder: EventCoder, checker: ClaimChecker, placing: EventPlacing
  ) {
    self.analyzer = analyzer
    self.geoparser = geoparser
    self.coder = coder
    self.checker = checker
    self.placing = placing
  }
}
