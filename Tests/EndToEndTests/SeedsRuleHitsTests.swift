import EventMapper
import Evaluation
import NewsText
import Records
import Testing

/// A rule that suddenly fires five times as often on unannotated news codes too much.
@Suite struct SeedsRuleHitsTests {
  static let path = Program.root + "/Sources/Evaluation/Data/rule-hits.tsv"

  @Test func `no rule fires five times as often on real news as recorded`() throws {
    guard let path = SeedsShared.path("eval/fakes/docs.jsonl") else { return }
    var (number, findings): (Int, [Findings]) = (0, [])
    let reader = try SeedsReading.reader()
    for result in ArticleReader([path]) {
      guard case .article(let article, _) = result else { continue }
      if number % 8 == 0 { findings.append(reader.read(article)) }
      number += 1
    }
    #expect(number == 783)
    #expect(try RecordedHits(path: Self.path).surges(RecordedHits.count(findings)) == [])
  }

  @Test func `a surge is five times the recorded hits, and ten at least`() throws {
    let recorded = try RecordedHits(path: Self.path)
    let most = try #require(recorded.hits.max { $0.value < $1.value })
    #expect(recorded.surges([most.key: most.value]) == [])
    #expect(
      recorded.surges([most.key: 5 * most.value]) == [
        "rule \(most.key): recorded \(most.value) hits, now \(5 * most.value)"
      ])
    #expect(recorded.surges(["new.rule": 9]) == [])
    #expect(recorded.surges(["new.rule": 10]) == ["rule new.rule: recorded 0 hits, now 10"])
  }
}
