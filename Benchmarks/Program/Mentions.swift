import EventMapper
import Formats
import Gazetteer
import Geoparsing
import Glibc
import NewsText
import Records

/// The speed of finding and resolving: `mentions DATA STORIES.jsonl REPEATS STAGE [INDEX...]`, one thread, the articles
/// in memory.
enum MentionBenchmark {
  /// `text` analyzes alone, `mentions` resolves too, `events` reads everything.
  static func run(_ arguments: [String]) throws {
    guard arguments.count >= 4, let repeats = Int(arguments[2]) else { return usage() }
    let paths = arguments.count > 4 ? Array(arguments[4...]) : [arguments[0] + "/gazetteer.index"]
    let reader = try StagedReader(index: PlaceIndex(paths: paths), data: arguments[0])
    let articles = articles(arguments[1])
    let bytes = articles.reduce(0) { $0 + $1.text.count + ($1.title?.count ?? 0) }
    var found = 0
    let start = cpuSeconds()
    for _ in 0..<repeats {
      for article in articles { found += reader.count(article, arguments[3]) }
    }
    let seconds = cpuSeconds() - start
    print("stories \(articles.count * repeats)\nbytes \(bytes * repeats)\nfound \(found)")
    print("time \(arguments[3]) \(seconds)")
    print("speed \(arguments[3]) \((Double(bytes * repeats) / seconds / 10_000).rounded() / 100) MB/s")
  }

  private static func usage() { print("usage: mentions DATA STORIES.jsonl REPEATS text|mentions|events [INDEX...]") }

  private static func articles(_ path: String) -> [Article] {
    ArticleReader([path]).compactMap { if case .article(let article, _) = $0 { article } else { nil } }
  }

  private static func cpuSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

/// The steps of reading, each by itself.
private struct StagedReader {
  let analyzer: Analyzer
  let geoparser: Geoparser
  let reader: Reader

  init(index: PlaceIndex, data: String) throws {
    var vocabulary = Vocabulary()
    let language = try TextLanguage(folder: data + "/NewsText/en", vocabulary: &vocabulary)
    geoparser = try Geoparser(index: index, folder: data + "/Geoparsing/en", vocabulary: &vocabulary)
    analyzer = Analyzer(language: language, vocabulary: vocabulary)
    reader = try Reader(index: index, language: LanguageData(folder: data))
  }

  /// What the stage finds in an article.
  func count(_ article: Article, _ stage: String) -> Int {
    switch stage {
    case "text": return analyzer.analyze(article).tokens.count
    case "mentions":
      let document = analyzer.analyze(article)
      return geoparser.parse(document).mentions(of: document).count
    default: return reader.read(article).events.count
    }
  }
}
