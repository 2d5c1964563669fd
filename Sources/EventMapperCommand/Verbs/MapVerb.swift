import ArgumentParser
import EventMapper
import Formats
import Logging
import NewsText
import Publishing
import Records

/// `map INPUT...`: articles to events.
struct MapVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Read articles and put their events on a map.",
    discussion: """
      Writes a GeoJSON FeatureCollection, or what the endings of -o ask for: .geojson .geojsonl .geojsons .csv .html. A \
      table of the events goes to standard error.

      Example: eventmapper map seeds -o out/events.geojson -o out/map.html
      Example: pbpaste | eventmapper map - --published 2020-02-12
      Example: eventmapper map feed.jsonl --jobs 8 --format geojsonseq > events.geojsons
      Example: eventmapper map feed.jsonl --store events.gpkg --corrections review.jsonl
      Example: eventmapper map seeds --control idlib -o out/map.html
      """)

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var output: MapOutputOptions
  @Flag(help: "Add every place mention to the collection, as its member `mentions`.") var withMentions = false
  @Option(help: ArgumentHelp("Write near-misses, claims and notes: JSON Lines, or text for .txt.", valueName: "file"))
  var report: String?
  @OptionGroup var review: ReviewOptions
  @Option(help: ArgumentHelp("Write each article's text as it was read, which offsets count in.", valueName: "folder"))
  var textOut: String?

  @Option(
    help: ArgumentHelp(
      "Add the articles to a store, or revise them there: FILE.gpkg or postgresql://... Without -o nothing is printed.",
      valueName: "store"), transform: ControlKeeper.storeName)
  var store: String?

  @Option(
    help: ArgumentHelp(
      "Who held which ground, under the events of the page, moving with its days: a control map, a folder of daily maps, a "
        + "list of settlements or a shipped case.",
      valueName: "map|folder|case"))
  var control: String?

  func validate() throws {
    if let control, !output.hasPage {
      throw ValidationError("--control \(control): give -o FILE.html, the page that shows it")
    }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let reader = try reading.reader(explains: false, tellsMentions: withMentions || store != nil)
    let layer = try control.map { try ControlLayer($0, index: reader.index) }
    let publisher = try Publisher(reader, control: layer?.story)
    let given = try review.open()
    let texts = try textOut.map { try TextFolder($0) }
    if let store, !output.isGiven, report == nil, texts == nil {
      return try await add(to: store, reader, publisher, given)
    }
    let outputs = try store == nil || output.isGiven ? output.open(publisher) : []
    var storing = try store.map {
      try StoreRun($0, reader: reader, publisher: publisher, options: reading.salt, corrections: given.corrections)
    }
    let applied = try storing?.corrections() ?? given.corrections
    var corrections = CorrectionReview(applied, reader: reader)
    var tally = RunTally(keepsAll: !output.isStreamed || report != nil)
    var run = ArticleRun(inputs: reading.inputs, jobs: reading.jobs)
    // What nobody corrects can be put into bytes beside other articles.
    let forms = applied.isEmpty ? output.streamed : []
    try await run.run({ MappedArticle(reader.read($0), publisher, as: forms) }) { article, notes, mapped in
      let found = mapped.findings
      var findings = found
      findings.notes = notes + findings.notes
      try storing?.take(findings, of: article)
      corrections.correct(&findings)
      for note in notes { Diagnostics.log.notice("\(note)") }
      for note in found.notes { Diagnostics.log.notice("\(article.docID): \(note)") }
      try texts?.write(article)
      for output in outputs { try output.take(findings, pieces: mapped.pieces) }
      tally.take(findings)
    }
    let merges = output.isStreamed ? [] : tally.link(&corrections)
    if store == nil { ReviewOptions.tell(corrections.results) }
    for output in outputs { try output.finish(tally.kept, withMentions: withMentions) }
    if let report {
      try Output.write(reportBytes(tally.kept, merges, corrections.results, to: report), to: report)
    }
    Diagnostics.raw(tally.summary(by: publisher, since: start))
    try storing?.finish()
    if run.faults + given.faults + (storing?.faults ?? 0) > 0 || layer?.isFaulty == true { throw ExitCode(65) }
  }

  /// A store alone: what it holds already, the same, is not read again.
  private func add(
    to store: String, _ reader: Reader, _ publisher: Publisher, _ given: (corrections: [Correction], faults: Int)
  ) async throws {
    var storing = try StoreRun(
      store, reader: reader, publisher: publisher, options: reading.salt, corrections: given.corrections)
    let (stored, fingerprint) = (try storing.stored(), storing.fingerprintOf)
    var run = ArticleRun(inputs: reading.inputs, jobs: reading.jobs)
    try await run.run({ article -> Findings? in
      stored[article.docID] == fingerprint(article) ? nil : reader.read(article)
    }) { article, notes, found in
      var findings = found
      findings?.notes = notes + (found?.notes ?? [])
      try storing.take(findings, of: article)
    }
    try storing.finish()
    if run.faults + given.faults + storing.faults > 0 { throw ExitCode(65) }
  }

  private func reportBytes(
    _ findings: [Findings], _ merges: [EventMerge], _ corrections: [CorrectionOutcome], to path: String
  ) -> [UInt8] {
    path.hasSuffix(".txt")
      ? Array(ReportWriter.text(findings, merges: merges, corrections: corrections).utf8)
      : ReportWriter.jsonLines(findings, merges: merges, corrections: corrections)
  }
}

/// An article that was read, and its bytes in the forms that are written as the articles come.
private struct MappedArticle: Sendable {
  let findings: Findings
  var pieces: [OutputFormat: [UInt8]] = [:]

  init(_ findings: Findings, _ publisher: Publisher, as forms: [OutputFormat]) {
    self.findings = findings
    for form in forms { pieces[form] = publisher.piece(findings, as: form) }
  }
}
