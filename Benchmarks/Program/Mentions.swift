import EventMapper
import Formats
import Gazetteer
import Geodesy
import Geometry
import Geoparsing
import Glibc
import NewsText
import Records

/// The speed of finding and resolving, on one thread with the articles in memory:
/// `mentions measure DATA STORIES.jsonl REPEATS text|mentions|events INDEX`; the index as names: `mentions table INDEX`;
/// and what is right of it: `mentions judge DATA STORIES.jsonl GOLD.jsonl INDEX`.
enum MentionBenchmark {
  static func run(_ arguments: [String]) throws {
    switch (arguments.first, arguments.count) {
    case ("measure", 6): try measure(arguments)
    case ("table", 2): try table(PlaceIndex(paths: [arguments[1]]))
    case ("judge", 5): try judge(arguments)
    default: print("usage: mentions measure|table|judge ...; see the source")
    }
  }

  private static func measure(_ arguments: [String]) throws {
    let reader = try StagedReader(index: PlaceIndex(paths: [arguments[5]]), data: arguments[1])
    let articles = articles(arguments[2])
    let (repeats, stage) = (Int(arguments[3]) ?? 1, arguments[4])
    let bytes = repeats * articles.reduce(0) { $0 + $1.text.count + ($1.title?.count ?? 0) }
    var found = 0
    let start = cpuSeconds()
    for _ in 0..<repeats {
      for article in articles { found += reader.count(article, stage) }
    }
    let seconds = cpuSeconds() - start
    print("stories \(articles.count * repeats)\nbytes \(bytes)\nfound \(found)\nseconds \(seconds)")
    print("speed \(stage) \((Double(bytes) / seconds / 10_000).rounded() / 100) MB/s")
  }

  /// Name, latitude, longitude and population of every place that has a point, by each of its names.
  private static func table(_ index: PlaceIndex) {
    for ref in index.refs {
      let place = index.place(at: ref)
      guard let point = place.point else { continue }
      for name in Set(index.names(at: ref)) {
        print(name, point.lat, point.lon, place.population ?? 0, separator: "\t")
      }
    }
  }

  // MARK: Right and wrong

  /// Distinct places of a document that lie within 161 km of a place of the truth's, or not.
  private static func judge(_ arguments: [String]) throws {
    let reader = try StagedReader(index: PlaceIndex(paths: [arguments[4]]), data: arguments[1])
    let truth = try truth(arguments[3])
    var (right, wrong) = (0, 0)
    for article in articles(arguments[2]) {
      let points = truth[article.docID] ?? []
      var seen: Set<String> = []
      for mention in reader.mentions(article) {
        guard let place = mention.place, let point = place.point, seen.insert(mention.text + place.id).inserted else {
          continue
        }
        let isNear = points.contains { Ellipsoid.distance($0, point).kilometers <= 161 }
        if isNear { right += 1 } else { wrong += 1 }
      }
    }
    print("right \(right)\nwrong \(wrong)")
  }

  private static func truth(_ path: String) throws -> [String: [Coordinate]] {
    var found: [String: [Coordinate]] = [:]
    for line in JSONLines(try MappedFile(path)) {
      let row = try line.parse()
      guard let id = row["docid"]?.stringValue, let lat = row["lat"]?.doubleValue, let lon = row["lon"]?.doubleValue
      else { continue }
      found[id, default: []].append(Coordinate(lon: lon, lat: lat))
    }
    return found
  }

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

  func mentions(_ article: Article) -> [Mention] {
    let document = analyzer.analyze(article)
    return geoparser.mentions(in: document)
  }

  /// What the stage finds in an article.
  func count(_ article: Article, _ stage: String) -> Int {
    switch stage {
    case "text": analyzer.analyze(article).tokens.count
    case "mentions": mentions(article).count
    default: reader.read(article).events.count
    }
  }
}
