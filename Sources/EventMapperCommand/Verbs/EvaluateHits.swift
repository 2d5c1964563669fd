import ArgumentParser
import EventMapper
import Evaluation
import NewsText
import Records

/// `evaluate hits INPUT...`.
struct EvaluateHits: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hits",
    abstract: "Count how often each rule fires on texts that nobody annotated.",
    discussion: "Example: eventmapper evaluate hits docs.jsonl --every 4 -o rule-hits.tsv")

  @OptionGroup var reading: ReadingArguments
  @Option(help: "Read only every so many articles.") var every = 1
  @Option(name: .shortAndLong, help: ArgumentHelp("The table to write; standard output if not given.")) var output:
    String?

  func validate() throws {
    if every < 1 { throw ValidationError("--every \(every): give 1 or more") }
  }

  func run() async throws {
    let reader = try reading.reader()
    let every = every
    var (number, counts): (Int, [String: Int]) = (0, [:])
    var run = ArticleRun(inputs: reading.inputs, jobs: 1)
    try await run.run({ $0 }) { article, _, _ in
      if number % every == 0 { counts.merge(RecordedHits.count([reader.read(article)]), uniquingKeysWith: +) }
      number += 1
    }
    try Output.write(RecordedHits.table(counts), to: output == "-" ? nil : output)
    if run.faults > 0 { throw ExitCode(65) }
  }
}
