import ArgumentParser
import EventMapper
import Evaluation
import Records

/// `evaluate mentions FOLDER`.
struct EvaluateMentions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "Compare place mentions with annotated stories or sets of toponyms.",
    discussion: """
      A folder holds stories (real/NN.txt and real/NN.gold.json), or a set (docs.jsonl and gold.jsonl).

      Of a set, the figures with its spans given follow those from end to end.

      Example: eventmapper evaluate mentions stories geovirus --misses misses.csv
      Example: eventmapper evaluate mentions stories geovirus --fit > prices.txt
      """)

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var options: EvaluationOptions
  @Flag(help: "Print the prices of readings that the sets ask for, and how well they choose, instead of the figures.")
  var fit = false

  func run() async throws {
    let reader = try reading.mentionReader()
    if fit { return try Output.write(PriceFitting(reader: reader).report(on: reading.inputs), to: nil) }
    var (figures, misses): ([Figure], [Miss]) = ([], [])
    for folder in reading.inputs {
      if GoldStories.isSet(folder) {
        let score = try GoldStories(folder: folder).score { story in
          var findings = Findings(docID: story.name, text: "")
          findings.mentions = reader.mentions(story.article(), at: nil)
          return findings
        }
        figures += score.toponymFigures(folder)
        misses += score.misses.filter { $0.kind.contains("toponym") }
      } else {
        let set = try ToponymSet(folder: folder)
        let score = ToponymEvaluation(set).score { reader.mentions($0, at: nil) }
        let given = ToponymEvaluation(set, countsDemonyms: true).score { article in
          reader.mentions(article, at: set.toponyms(of: article).map(\.span))
        }
        figures += score.figures(set: set.name) + given.placingFigures(set: set.name + ", spans given")
        misses += score.misses
      }
    }
    try options.tell(figures, misses)
  }
}
