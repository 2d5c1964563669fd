import NewsText
import Records
import Testing

/// Headings that a crawler ran into the text.
@Suite struct RunInTests {
  static let robbed =
    "Rebels shelled two quarters of the city on Friday and hurt nine people there a police source told the agency. "
    + "Three hurt in a blast in Hama countryside Three citizens were hurt due to a blast near the town of Sarmin on Friday. "
    + "The source said that nobody claimed the attack."

  @Test func `a heading without its stop is parted from the sentence behind it`() {
    let sentences = self.sentences(Self.robbed)
    #expect(sentences.contains { $0.text == "Three hurt in a blast in Hama countryside" && $0.zone == .headline })
    #expect(sentences.contains { $0.text.hasPrefix("Three citizens were hurt") && $0.zone == .body })
  }

  @Test func `a text that kept its commas is read as it stands`() {
    let sentences = self.sentences(Self.robbed + " No group, it said, was seen.")
    #expect(!sentences.contains { $0.text == "Three hurt in a blast in Hama countryside" })
  }

  private func sentences(_ text: String) -> [(text: String, zone: Zone)] {
    let document = analyzed(text)
    return document.sentences.map { (document.string(tokens: $0.tokens), $0.zone) }
  }
}
