import EventMapper
import Logging
import NewsText
import Records

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads articles with some work for each, several at a time, and hands the results on in the order of the input.
struct ArticleRun {
  /// Inputs and rows that could not be read.
  private(set) var faults = 0
  /// Articles that were read.
  private(set) var articles = 0

  private let inputs: [String]
  private let jobs: Int
  private var progress = Progress()

  /// - Parameter jobs: nil takes as many as there are processors.
  init(inputs: [String], jobs: Int?) {
    self.inputs = inputs
    self.jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// Batches on their way: enough that no worker waits, so few that memory stays flat.
  private var window: Int { 4 * jobs }
  /// A batch ends with this many articles, or bytes of them: handing them on one by one would cost more than some take.
  private static let batchArticles = 16
  private static let batchBytes = 1 << 16

  private typealias Batch = [(article: Article, notes: [String])]

  /// Runs over all articles. Faults are told on standard error as they are met.
  ///
  /// - Parameters:
  ///   - work: done for each article, on any thread.
  ///   - take: called on one thread with article, notes and result, in the order of the input.
  mutating func run<Result: Sendable>(
    _ work: @escaping @Sendable (Article) -> Result, take: (Article, [String], Result) throws -> Void
  ) async throws {
    if inputs.contains("-"), isatty(STDIN_FILENO) == 1 {
      Diagnostics.line("reading standard input: paste a text, end it with Control-D on a line of its own")
    }
    let reader = ArticleReader(inputs)
    var started: [Int: Batch] = [:]
    var finished: [Int: [Result]] = [:]
    var (next, emitted, isAtEnd) = (0, 0, false)
    try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
      while true {
        while !isAtEnd, next - emitted < window, next - emitted - finished.count < jobs {
          // Small batches first, so that a few articles keep all workers busy.
          let batch = nextBatch(reader, most: min(Self.batchArticles, 1 + next / jobs))
          guard !batch.isEmpty else { isAtEnd = true; break }
          started[next] = batch
          let number = next
          group.addTask { (number, batch.map { work($0.article) }) }
          next += 1
        }
        guard let (number, results) = try await group.next() else { break }
        finished[number] = results
        while let results = finished.removeValue(forKey: emitted) {
          guard let batch = started.removeValue(forKey: emitted) else { break }
          emitted += 1
          for (entry, result) in zip(batch, results) {
            articles += 1
            progress.show(articles)
            try take(entry.article, entry.notes, result)
          }
        }
      }
    }
    progress.clear()
  }

  /// Articles until a batch is full; none at the end of the input.
  private mutating func nextBatch(_ reader: ArticleReader, most: Int) -> Batch {
    var batch: Batch = []
    var bytes = 0
    while batch.count < most, bytes < Self.batchBytes, let (article, notes) = nextArticle(reader) {
      batch.append((article, notes))
      bytes += article.text.count
    }
    return batch
  }

  private mutating func nextArticle(_ reader: ArticleReader) -> (Article, [String])? {
    while let result = reader.next() {
      switch result {
      case .article(let article, let notes): return (article, notes)
      case .fault(let fault):
        faults += 1
        progress.clear()
        Diagnostics.fault(fault)
      }
    }
    return nil
  }
}

/// A count on the terminal while a run takes long; nothing where standard error is no terminal.
private struct Progress {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?

  mutating func show(_ articles: Int) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    guard now - (shown ?? start) > .milliseconds(shown == nil ? 1000 : 200) else { return }
    shown = now
    Diagnostics.raw("\r\(articles) articles")
  }

  mutating func clear() {
    if shown != nil { Diagnostics.raw("\r\u{1B}[K") }
    shown = nil
  }
}
