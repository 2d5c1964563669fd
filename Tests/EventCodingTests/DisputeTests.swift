import EventMapper
import Records
import Testing

/// Claimed by one side and denied by another is disputed; what is only denied is no event (Codebook 8).
@Suite struct DisputeTests {
  @Test(
    arguments: [
      "The rebels said they had captured Sarmin on Tuesday. The army denied that the rebels had captured Sarmin.",
      "The rebels said they had captured Sarmin on Tuesday. The army denied the claim.",
      "The rebels said they had captured Sarmin on Tuesday, but the army said they had not captured Sarmin.",
    ])
  func `a claim that another side denies is disputed`(text: String) {
    let events = read(text).events
    #expect(events.map(\.status) == [.disputed])
    #expect(events.first?.notes.contains { $0.hasPrefix("denied by") } == true)
  }

  @Test(
    arguments: [
      "The army denied that the rebels had captured Sarmin on Tuesday.",
      "The ministry denied reports that jets had bombed Sarmin on Tuesday.",
    ])
  func `what is only denied is no event but is kept for other articles`(text: String) {
    let findings = read(text)
    #expect(findings.events.isEmpty)
    #expect(findings.denials.map(\.status) == [.denied])
    #expect(findings.nearMisses.map(\.kind) == [.negated])
  }

  @Test func `a denial of something else disputes nothing`() {
    let text = "The rebels said they had captured Sarmin on Tuesday. The army denied that it had bombed Binnish."
    #expect(read(text).events.map(\.status) == [.claimed])
  }

  private func read(_ text: String) -> Findings {
    CommittedReader.plain.read(Article(docID: "a", text: Array(text.utf8), published: Day(iso: "2020-02-12")))
  }
}
