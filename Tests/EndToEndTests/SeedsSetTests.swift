import TestSupport
import EventMapper
@testable import Evaluation
import Formats
import Foundation
import Records
import Testing

@Suite struct `Assigning rows to columns` {
  /// All ways, one by one: the most pairs first, of those the cheapest.
  private func best(_ costs: [[Double?]]) -> (pairs: Int, cost: Double) {
    func search(_ row: Int, _ used: Set<Int>) -> (pairs: Int, cost: Double) {
      guard row < costs.count else { return (0, 0) }
      var best = search(row + 1, used)
      for (column, cost) in costs[row].enumerated() where !used.contains(column) {
        guard let cost else { continue }
        let rest = search(row + 1, used.union([column]))
        let way = (pairs: rest.pairs + 1, cost: rest.cost + cost)
        if way.pairs > best.pairs || way.pairs == best.pairs && way.cost < best.cost { best = way }
      }
      return best
    }
    return search(0, [])
  }

  @Test func `finds the cheapest of all ways`() {
    var state: UInt64 = 42
    func next(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    for _ in 0..<300 {
      let (rows, columns) = (Int(next(5)) + 1, Int(next(5)) + 1)
      let costs = (0..<rows).map { _ in (0..<columns).map { _ in next(3) == 0 ? nil : Double(next(50)) / 10 } }
      let pairs = Assignment.pairs(costs)
      let wanted = best(costs)
      #expect(pairs.count == wanted.pairs)
      #expect(abs(pairs.reduce(0) { $0 + (costs[$1.row][$1.column] ?? 1000) } - wanted.cost) < 1e-9)
      #expect(Set(pairs.map(\.row)).count == pairs.count && Set(pairs.map(\.column)).count == pairs.count)
    }
  }

  @Test func `gives nothing for nothing`() {
    #expect(Assignment.pairs([]).isEmpty)
    #expect(Assignment.pairs([[]]).isEmpty)
    #expect(Assignment.pairs([[nil, nil]]).isEmpty)
  }
}

@Suite struct `Sets of texts` {
  private func fault(_ body: () throws(EvaluationError) -> Void) -> String {
    do {
      try body()
      return "read"
    } catch { return error.description }
  }

  @Test func `of toponyms say what is missing or broken`() {
    let scratch = Scratch()
    let path = scratch.path
    func fault() -> String { self.fault { () throws(EvaluationError) in _ = try ToponymSet(folder: path) } }
    #expect(fault() == "cannot read \(path)/docs.jsonl: no such file; check the spelling and the folder")
    #expect(!ToponymSet.isSet(path))
    scratch.file("docs.jsonl", "{\"docid\": 1, \"text\": \"Saraqib fell.\"}\n")
    #expect(fault() == "\(path): nothing to compare with; put gold.jsonl beside docs.jsonl")
    scratch.file("gold.jsonl", "{\"docid\": 1, \"start\": 7, \"end\": 7}\n")
    #expect(fault() == "\(path)/gold.jsonl: line 1: write an object with docid, start and end")
    scratch.file("gold.jsonl", "{\"docid\": 1, \"start\": 0, \"end\": 7, \"lat\": 35.86, \"lon\": 36.81}\n")
    #expect(fault() == "read")
    #expect(ToponymSet.isSet(path))
  }

  @Test func `of stories say what is missing or broken`() {
    let scratch = Scratch()
    let path = scratch.path
    func fault() -> String { self.fault { () throws(EvaluationError) in _ = try GoldStories(folder: path) } }
    #expect(
      fault()
        == "\(path): nothing to compare with; name a folder in which real/ or hard/ holds NN.txt and NN.gold.json")
    #expect(!GoldStories.isSet(path))
    scratch.file("real/1.gold.json", "{\"toponyms\": [{\"text\": \"Saraqib\"}]}")
    #expect(fault() == "cannot read \(path)/real/1.txt: no such file; check the spelling and the folder")
    scratch.file("real/1.txt", "Saraqib fell.")
    #expect(fault() == "\(path)/real/1.gold.json: toponyms[0]: write start and end in Unicode scalars")
    scratch.file("real/1.gold.json", "{\"published\": \"2020-02-12\"}")
    #expect(fault() == "read")
    #expect(GoldStories.isSet(path))
  }

  @Test func `are scored by hand-made figures`() throws {
    let scratch = Scratch()
    scratch.file("docs.jsonl", "{\"docid\": \"a\", \"text\": \"Jets bombed Saraqib on Monday, not Nowhere.\"}\n")
    scratch.file(
      "gold.jsonl",
      """
      {"docid": "a", "start": 12, "end": 19, "text": "Saraqib", "lat": 35.86447, "lon": 36.80591}
      {"docid": "a", "start": 35, "end": 42, "text": "Nowhere", "lat": 35, "lon": 36}
      {"docid": "a", "start": 5, "end": 11, "text": "bombed", "is_toponym": false}
      """)
    let set = try ToponymSet(folder: scratch.path)
    let reader = try SeedsReading.shared.get()
    let score = ToponymEvaluation(set).score { reader.read($0).mentions }
    #expect(score.exact == Detection(right: 1, missed: 1))
    #expect(score.accuracy(5) == 0.5)
    #expect(score.medianKilometers == ToponymScore.farthest)
    #expect(score.misses.map(\.sentence) == ["Nowhere"])
  }

  @Test func `compare names without articles, marks and brackets`() {
    #expect(StoryText.nameKey("al-Nayrab (village)") == StoryText.nameKey("Nayrab"))
    #expect(StoryText.nameKey("Ma‘arrat an-Nu'man") == StoryText.nameKey("Maarrat Numan"))
    #expect(StoryText.nameKey("Hama") != StoryText.nameKey("Homs"))
    #expect(StoryText.overlap("Jets bombed Saraqib on Monday.", "Jets bombed Saraqib  on Monday"))
    #expect(!StoryText.overlap("Jets bombed Saraqib.", "Nobody came to Idlib."))
    #expect(!StoryText.overlap("", "Jets bombed Saraqib."))
  }
}

@Suite struct `Recorded figures` {
  static let path = Program.root + "/Sources/Evaluation/Data/recorded.tsv"

  @Test func `tell what fell below them`() throws {
    let scratch = Scratch()
    let path = scratch.file(
      "r.tsv",
      "# source: test; licence: none\nset\tmeasure\tvalue\tcommand\ns\tevents f1\t0.8\tx\ns\tmedian km\t3\tx\nt\tevents f1\t1\tx\n"
    )
    let recorded = try RecordedFigures(path: path)
    #expect(recorded.shortfalls([Figure("s", "events f1", 0.8), Figure("s", "median km", 2.5)], of: "s").isEmpty)
    #expect(
      recorded.shortfalls([Figure("s", "events f1", 0.7), Figure("s", "median km", 3.5)], of: "s") == [
        "s events f1: recorded 0.8, now 0.7", "s median km: recorded 3, now 3.5",
      ])
    #expect(recorded.shortfalls([], of: "t") == ["t events f1: recorded 1, now not measured"])
  }

  @Test func `of the seeds are reached`() throws {
    let figures = try SeedsReading.score.get().figures(set: "seeds")
    let shortfalls = try RecordedFigures(path: Self.path).shortfalls(figures, of: "seeds")
    #expect(shortfalls == [])
  }

  @Test func `of the stories are reached`() throws {
    guard let folder = SeedsShared.path("eval/conflict-dev"), let read = try SeedsShared.stories.get() else { return }
    let score = try GoldStories(folder: folder).score { story in
      read.first { $0.story.set == story.set && $0.story.name == story.name }?.findings ?? Findings(docID: "", text: "")
    }
    let figures = score.figures(set: "conflict-dev")
    let shortfalls = try RecordedFigures(path: Self.path).shortfalls(figures, of: "conflict-dev")
    #expect(shortfalls == [])
  }

  /// Stories that their writers coded without knowing the rules.
  @Test(arguments: [
    "Stories/other-wars", "Stories/syria", "Stories/monitors", "Stories/wire", "Stories/agencies", "Stories/unseen",
  ])
  func `of our own stories are reached`(set: String) throws {
    let reader = try SeedsReading.shared.get()
    let score = try GoldStories(folder: Program.root + "/" + set).score { reader.read($0.article(dated: true)) }
    let shortfalls = try RecordedFigures(path: Self.path).shortfalls(score.figures(set: set), of: set)
    #expect(shortfalls == [])
  }

  /// Sixty texts of the set: all of them take a minute in a debug build.
  @Test func `of toponyms all over the world are reached`() throws {
    let scratch = Scratch()
    guard let folder = try SeedsShared.part("geovirus", count: 60, scratch) else { return }
    let (set, reader) = (try ToponymSet(folder: folder), try SeedsReading.shared.get())
    let figures = ToponymEvaluation(set).score { reader.read($0).mentions }.figures(set: "geovirus first 60")
    let shortfalls = try RecordedFigures(path: Self.path).shortfalls(figures, of: "geovirus first 60")
    #expect(shortfalls == [])
  }
}
