import EventCoding
import EventMapper
import EventStore
import Formats
import Gazetteer
import Geometry
import Publishing
import Records

/// A run of `map` into a store: articles are added in groups, and each is reported when it is safe.
struct StoreRun {
  /// Articles that could not be told apart from another of this run.
  private(set) var faults = 0

  private let archive: EventArchive
  private let rules: ArchiveRules
  private let salt: String
  private let roads: [(id: String, name: String, line: LineString)]
  private let publisher: Publisher
  private var waiting: [(findings: Findings, fingerprint: String)] = []
  private var seen: Set<String> = []
  private var changes = (new: 0, revised: 0, withdrawn: 0, unchanged: 0)

  /// How many articles one transaction holds: a crash loses the work on no more.
  private static let group = 16

  /// - Parameters:
  ///   - options: what else the findings depend on, as text.
  ///   - corrections: those that are new to the store are kept there and done at once.
  init(_ name: String, reader: Reader, publisher: Publisher, options: String, corrections: [Correction]) throws {
    archive = try EventArchive.open(name, creating: true)
    rules = StoreRules.rules(publisher)
    salt = [Program.version, reader.rulesHash, reader.index.contentHash, options].joined(separator: "\n")
    roads = reader.index.roads.map { ($0.id, $0.name, $0.line) }
    self.publisher = publisher
    for change in try archive.correct(corrections, rules: rules) { report(change, as: "corrected") }
  }

  /// All corrections that the store holds.
  func corrections() throws -> [Correction] { try archive.corrections().map(\.correction) }

  /// The fingerprints of what is stored, by doc_id: what comes again the same needs no reading.
  func stored() throws -> [String: String] { try archive.fingerprints() }

  /// A digest of everything that an article's findings depend on.
  static func fingerprint(_ article: Article, salt: String) -> String {
    var hash = SHA256()
    hash.combine(salt)
    let parts = [article.docID, article.published?.description, article.sourceName, article.sourceURL]
    for part in parts { hash.combine("\n" + (part ?? "\u{1}")) }
    hash.combine("\n")
    if let title = article.title { hash.combine(title) }
    hash.combine("\n")
    hash.combine(article.text)
    return hash.hexDigest
  }

  var fingerprintOf: @Sendable (Article) -> String {
    let salt = salt
    return { StoreRun.fingerprint($0, salt: salt) }
  }

  /// Takes what an article yielded; nil where it is stored already, the same.
  mutating func take(_ findings: Findings?, of article: Article) throws {
    guard seen.insert(article.docID).inserted else {
      faults += 1
      return Diagnostics.fault(
        "\(article.origin.isEmpty ? article.docID : article.origin): another article of this run has the doc_id "
          + "\(article.docID) too; give it an id of its own")
    }
    guard let findings else { return changes.unchanged += 1 }
    waiting.append((findings, StoreRun.fingerprint(article, salt: salt)))
    if waiting.count >= StoreRun.group { try flush() }
  }

  /// Writes what waits, and reports it.
  mutating func flush() throws {
    let done = try archive.add(waiting, rules: rules)
    waiting = []
    for change in done { report(change, as: "stored") }
  }

  private mutating func report(_ change: ArchiveChange, as word: String) {
    guard !change.isUnchanged else { return changes.unchanged += 1 }
    changes.new += change.new.count
    changes.revised += change.revised.count
    changes.withdrawn += change.withdrawn.count
    Diagnostics.line(
      "\(word) \(change.docID): \(change.new.count) new, \(change.revised.count) revised, "
        + "\(change.withdrawn.count) withdrawn")
    for (word, ids) in [("revised", change.revised), ("withdrawn", change.withdrawn)] {
      for id in ids { Diagnostics.line("  \(word) \(id)") }
    }
  }

  /// The last words of a run.
  mutating func finish() throws {
    try flush()
    try archive.furnish(
      roads: roads, styles: StoreRules.styles(publisher), sides: StoreRules.sideStyles(archive, publisher))
    try archive.settle()
    for kept in try archive.corrections() {
      let outcome = CorrectionOutcome(correction: kept.correction, result: kept.result, eventID: kept.eventID)
      ReviewOptions.tell([outcome], of: "the store's correction")
    }
    let counts = try archive.counts()
    Diagnostics.line(
      "\(archive.name): \(changes.new) new, \(changes.revised) revised, \(changes.withdrawn) withdrawn, "
        + "\(changes.unchanged) articles unchanged; it holds \(counts.events) events of \(counts.articles) articles")
  }
}

/// What the store must be told of linking and of features.
enum StoreRules {
  static func rules(_ publisher: Publisher) -> ArchiveRules {
    ArchiveRules(
      link: { link($0, publisher) },
      correct: { findings, corrections in
        var review = CorrectionReview(corrections, index: publisher.index)
        review.correct(&findings)
        return review.results
      },
      feature: { event, articles in publisher.maker.feature(of: event, sources: SourceIndex(articles)) })
  }

  private static func link(_ reports: ArchiveReports, _ publisher: Publisher) -> ArchiveLinked {
    var review = CorrectionReview(reports.corrections, index: publisher.index)
    let linked = review.link(
      reports.events, articles: reports.articles.map { LinkedArticle(docID: $0.docID, text: $0.text) },
      apart: Set(reports.apart.map { EventPair($0.0, $0.1) }))
    let links = linked.merges.map {
      ArchiveLink(eventID: $0.into, absorbedID: $0.absorbed.id, kind: $0.kind.rawValue, reason: $0.reason)
    }
    return ArchiveLinked(events: linked.events, links: links, outcomes: review.results)
  }

  /// The colors of the sides whose ground the store shows.
  static func sideStyles(_ archive: EventArchive, _ publisher: Publisher) throws -> [LayerStyle] {
    try archive.sides().map {
      LayerStyle(value: $0, label: $0, color: publisher.maker.stylebook.color(ofSide: $0))
    }
  }

  static func styles(_ publisher: Publisher) -> [LayerStyle] {
    publisher.maker.stylebook.styles.filter { EventType(rawValue: $0.key) != nil }
      .map { LayerStyle(value: $0.key, label: $0.label, color: $0.color) }
  }
}
