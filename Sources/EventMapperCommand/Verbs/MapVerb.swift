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
      """)

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var output: MapOutputOptions
  @Flag(help: "Add every place mention to the collection, as its member `mentions`.") var withMentions = false
  @Option(help: ArgumentHelp("Write near-misses, claims and notes: JSON Lines, or text for .txt.", valueName: "file"))
  var report: String?
  @OptionGroup var review: ReviewOptions
  @Option(help: ArgumentHelp("Write each article's text as it was read, which offsets count in.", valueName: "folder"))
  var textOut: String?

  func run() async throws {
    let start = ContinuousClock.now
    let reader = try reading.reader()
    let publisher = try Publisher(reader)
    var corrections = try review.open(reader)
    let texts = try textOut.map { try TextFolder($0) }
    let outputs = try output.open(publisher)
    var tally = RunTally(keepsAll: !output.isStreamed || report != nil)
    var run = ArticleRun(inputs: reading.inputs, jobs: reading.jobs)
    try await run.run({ reader.read($0) }) { article, notes, found in
      var findings = found
      findings.notes = notes + findings.notes
      corrections.review.correct(&findings)
      for note in notes { Diagnostics.log.notice("\(note)") }
      for note in found.notes { Diagnostics.log.notice("\(article.docID): \(note)") }
      try texts?.write(article)
      for output in outputs { try output.take(findings) }
      tally.take(findings)
    }
    let merges = output.isStreamed ? [] : tally.link(&corrections.review)
    ReviewOptions.tell(corrections.review)
    for output in outputs { try output.finish(tally.kept, withMentions: withMentions) }
    if let report {
      try Output.write(reportBytes(tally.kept, merges, corrections.review.results, to: report), to: report)
    }
    Diagnostics.raw(tally.summary(by: publisher, since: start))
    if run.faults + corrections.faults > 0 { throw ExitCode(65) }
  }

  private func reportBytes(
    _ findings: [Findings], _ merges: [EventMerge], _ corrections: [CorrectionOutcome], to path: String
  ) -> [UInt8] {
    path.hasSuffix(".txt")
      ? Array(ReportWriter.text(findings, merges: merges, corrections: corrections).utf8)
      : ReportWriter.jsonLines(findings, merges: merges, corrections: corrections)
  }
}
