import NewsText
import Records
import Testing

/// Zone and words of each sentence.
private func parts(_ text: String, title: String? = nil) -> [String] {
  let document = analyzed(text, title: title)
  return document.sentences.dropFirst(title == nil ? 0 : 1).map {
    "\($0.zone.rawValue): \(document.string(tokens: $0.tokens))"
  }
}

@Suite struct HeadTests {
  static let title = "Army takes a town in Idlib"

  @Test func `a title that the text says again is a headline, and a stamp behind it is no prose`() {
    #expect(
      parts("Army takes a town in Idlib AFP Monday 24 Feb 2020 Troops took Sarmin on Monday.", title: Self.title) == [
        "headline: Army takes a town in Idlib", "dateline: AFP Monday 24 Feb 2020",
        "body: Troops took Sarmin on Monday.",
      ])
  }

  @Test func `a stamp before the title is parted from both`() {
    #expect(
      parts("Monday 24 February 2020 Army takes a town in Idlib. Troops took it.", title: Self.title) == [
        "dateline: Monday 24 February 2020", "headline: Army takes a town in Idlib.", "body: Troops took it.",
      ])
    #expect(
      parts("Published February 24 2020 by SANA Army takes a town in Idlib Troops took it.", title: Self.title) == [
        "dateline: Published February 24 2020", "dateline: by SANA", "headline: Army takes a town in Idlib",
        "body: Troops took it.",
      ])
  }

  @Test func `a stamp alone is parted from the first sentence`() {
    #expect(
      parts("Published February 24 2020 At least six people died. Others fled.", title: "Six die") == [
        "dateline: Published February 24 2020", "body: At least six people died.", "body: Others fled.",
      ])
  }

  @Test func `a sentence that begins as the title does goes on`() {
    let text = "Army takes a town in Idlib after a week of fighting."
    #expect(parts(text, title: Self.title) == ["body: " + text])
    #expect(parts("Troops took it. Army takes a town.", title: Self.title).allSatisfy { $0.hasPrefix("body") })
  }

  @Test func `a short title is no proof`() {
    #expect(parts("Army takes town The army took it.", title: "Army takes town").count == 1)
  }

  @Test func `a day and a year run together are a date`() {
    #expect(dates("Last updated at Feb 022015 it was.") == ["Feb 022015 -> 2015-02-02"])
    #expect(dates("They paid Feb 992015 and Feb 02201 and 022015.").isEmpty)
  }
}

@Suite struct WrappedLineTests {
  private static let wrapped = """
    The army said on Monday that it had taken the town of
    Sarmin, which lies east of Idlib, and that the rebels had
    left it for a village further north, where fighting went
    on. Nobody was hurt.

    A second paragraph tells of a convoy that was hit near
    Saraqib.
    """

  @Test func `lines wrapped at a fixed width are one paragraph`() {
    #expect(analyzed(Self.wrapped).blocks.count == 2)
    #expect(sentences(Self.wrapped).count == 3)
    let document = analyzed(Self.wrapped)
    #expect(document.string(tokens: document.sentences[1].tokens) == "Nobody was hurt.")
  }

  @Test func `paragraphs on lines of their own stay apart`() {
    let lines = (1...6).map { "The army said on Monday that it had taken village number \($0)." }
    #expect(analyzed(lines.joined(separator: "\n")).blocks.count == 6)
    #expect(analyzed("Army takes town\nBy A. Writer\nIdlib\nThe army took it.").blocks.count == 4)
  }

  @Test func `a year of two figures closes a dateline in capitals`() {
    #expect(dates("SAN SALVADOR, 3 JAN 90 -- THE ARMY SAID.") == ["3 JAN 90 -> 1990-01-03"])
    #expect(dates("On 3 Jan 20 people died.") == ["3 Jan -> 2020-01-03"])
  }
}
