import ArgumentParser
import EventMapper
import Evaluation
import Formats
import Geometry
import NewsText
import Publishing
import Records

/// `evaluate events|mentions`: scores against what people annotated.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score what is read against what people annotated.",
    discussion: "Example: eventmapper evaluate events seeds",
    subcommands: [EvaluateEvents.self, EvaluateMentions.self, EvaluateHits.self])
}

/// What both evaluations take.
struct EvaluationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write a row for everything that is wrong, as CSV.", valueName: "file")) var misses:
    String?

  /// Prints the figures, and writes what is wrong.
  func tell(_ figures: [Figure], _ wrong: [Miss]) throws {
    let width = figures.map { $0.set.count + $0.measure.count + 2 }.max() ?? 0
    let lines = figures.map { figure in
      let name = figure.set + "  " + figure.measure
      return name + String(repeating: " ", count: width - name.count) + "  " + EvaluationOptions.text(figure.value)
        + "\n"
    }
    if let misses { try Output.write(MissTable.csv(wrong), to: misses) }
    try Output.write(lines.joined(), to: nil)
  }

  /// Three decimals at most.
  private static func text(_ value: Double?) -> String {
    guard let value else { return "-" }
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}

/// `evaluate events INPUT...`.
struct EvaluateEvents: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Compare events with a truth file, or with a folder of annotated stories.",
    discussion: """
      Every difference is told on standard error; the figures go to standard output.

      Example: eventmapper evaluate events seeds
      Example: eventmapper evaluate events articles --truth truth.json --misses misses.csv
      Example: eventmapper evaluate events Stories/syria --dated (a folder with real/NN.txt and real/NN.gold.json)
      Example: eventmapper evaluate events stories --readings readings.tsv --confidence confidence.tsv
      """)

  @OptionGroup var reading: ReadingArguments
  @Option(help: ArgumentHelp("What is to be found; the seeds' truth if not given.", valueName: "file")) var truth:
    String?
  @Option(help: ArgumentHelp("Write the table that `confidence` is read from.", valueName: "file"))
  var confidence: String?
  @Option(help: ArgumentHelp("Counts of events read by hand that go into it.", valueName: "file"))
  var readings: String?
  @Flag(help: "Give each annotated story the day of publication that its annotation tells.") var dated = false
  @OptionGroup var options: EvaluationOptions

  func run() async throws {
    let reader = try reading.reader()
    if reading.inputs.count == 1, GoldStories.isSet(reading.inputs[0]) {
      let score = try GoldStories(folder: reading.inputs[0]).score { reader.read($0.article(dated: dated)) }
      if let confidence {
        let read = try readings.map { try RuleBand.readings(path: $0) } ?? []
        try Output.write(RuleBand.table(score.bands + read), to: confidence)
      }
      return try options.tell(score.eventFigures(reading.inputs[0]), score.misses)
    }
    let publisher = try Publisher(reader)
    let truth = try TruthFile(path: truth ?? DataFolder.find().seedsTruth)
    var findings: [Findings] = []
    var run = ArticleRun(inputs: reading.inputs, jobs: reading.jobs)
    try await run.run({ reader.read($0) }) { _, _, found in findings.append(found) }
    let score = EventEvaluation.compare(findings: findings, truth: truth) { event, found in
      publisher.maker.feature(of: event, sources: SourceIndex([found])).properties
    }
    for sentence in score.sentences { Diagnostics.line(sentence) }
    try options.tell(score.figures(set: "truth"), score.misses(set: "truth"))
    if run.faults > 0 { throw ExitCode(65) }
  }
}
