import ArgumentParser
import EventMapper
import Formats
import Gazetteer
import Geometry
import NewsText
import Publishing
import Records

/// `mentions INPUT...`: every toponym and where it was resolved.
struct Mentions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find every place name in articles and tell where it is.",
    discussion: """
      With --spans, the given spans are resolved instead: one mention for each, with the same offsets.

      Example: eventmapper mentions seeds -o mentions.geojson
      Example: eventmapper mentions articles.jsonl --spans spans.jsonl --restrict Syria --format csv
      """)

  @OptionGroup var reading: ReadingArguments
  @Option(
    help: ArgumentHelp(
      "JSON Lines of {\"id\",\"start\",\"end\"}: Unicode scalars of the article's text.", valueName: "file.jsonl"))
  var spans: String?
  @OptionGroup var output: FeatureOutput

  func run() async throws {
    try output.check(allowing: [.geojson, .geojsonl, .geojsonseq, .csv])
    let reader = try reading.mentionReader()
    let publisher = try Publisher(index: reader.index, rulesHash: nil)
    let given = try spans.map { try GivenSpans(try Input.file($0)) }
    for fault in given?.faults ?? [] { Diagnostics.fault(fault) }
    let (maker, columns, format) = (publisher.maker, Mentions.columns(publisher.maker), try output.chosen())
    var stream = try output.begin(columns: columns)
    var (count, placed) = (0, 0)
    var run = ArticleRun(inputs: reading.inputs, jobs: reading.jobs)
    try await run.run({ article in
      MentionPiece(reader.mentions(article, at: given?.spans(of: article)), maker, as: format, columns: columns)
    }) { _, notes, piece in
      for note in notes { Diagnostics.line(note) }
      count += piece.count
      placed += piece.placed
      try stream.append(piece)
    }
    try stream.finish(members: ["generator": .object(publisher.generator.object)])
    Diagnostics.line("\(count) mentions in \(run.articles) articles, \(placed) resolved to a point")
    if run.faults + (given?.faults.count ?? 0) > 0 { throw ExitCode(65) }
  }

  /// The members that every mention has.
  private static func columns(_ maker: FeatureMaker) -> [String] {
    let nothing = Mention(
      docID: "", text: "", span: Span(0, 0), zone: .body, role: .literal, place: nil, score: nil, reasons: [])
    return maker.feature(of: nothing).properties.map(\.key)
  }
}
