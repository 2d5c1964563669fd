import NewsText
import Records
import Testing

@Suite struct HostileTests {
  @Test(arguments: ["", " ", "\n\n \t\n", "\u{FEFF}", "\u{200E}\u{200F}"])
  func `a text of nothing has nothing`(text: String) {
    let document = analyzed(text)
    #expect(document.tokens.isEmpty && document.sentences.isEmpty && document.blocks.isEmpty)
    #expect(document.title == nil && document.publication == nil)
    #expect(document.sentence(ofToken: 0) == 0)
    #expect(document.date(at: 0) == nil && document.number(at: 0) == nil)
  }

  @Test(arguments: [
    "\"“'‘«((([[[", "”’\"»)))]]]", "“a ‘b \"c ) d ] e’ f", "....!!!???…", "- -- — – -", "'s 's ’s", "1:1:1:1.1.1,1,1",
    "-1-1-1-1",
    "a.b.c.d.e.f.g.h.", "U.", ".", "Jan. Feb. Mar.", "since since since", "between between 1 and and",
    "half a a dozen dozen",
    "the the of of last last", "(AFP", "date ", " date 2020-02-", "\u{301}\u{301}", "2020-2020-2020", "99/99/9999",
    "30.02.2020 It",
    "February 30, 2020", "o'clock", "million million million", "at least", "more than", "a", "of", "Tuesday last",
    "end of",
  ])
  func `marks, halves and nonsense are read without harm`(text: String) {
    let document = analyzed(text, published: "2020-02-12")
    let resolver = DateResolver(publication: document.publication)
    for date in document.dates {
      if let found = resolver.resolve(date) { #expect(found.window.start <= found.window.end) }
    }
    #expect(document.numbers.allSatisfy { ($0.value ?? 0).isFinite && $0.rounding.isFinite })
    #expect(document.sentences.flatMap { Array($0.tokens) } == Array(document.tokens.indices))
  }

  @Test(arguments: 1...30)
  func `junk as UTF-8 is read without harm`(seed: Int) {
    var state = UInt64(seed)
    var bytes: [UInt8] = []
    for _ in 0..<3000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(truncatingIfNeeded: state >> 40)
      bytes.append(byte == 0 ? 0x20 : byte)
    }
    let document = analyzed(String(decoding: bytes, as: UTF8.self))
    #expect(document.blocks.flatMap { Array($0.tokens) } == Array(document.tokens.indices))
    for token in document.tokens { #expect(token.start < token.end && Int(token.end) <= document.bytes.count) }
  }

  @Test(arguments: [
    String(repeating: "a", count: 300_000), String(repeating: "9", count: 300_000),
    String(repeating: "(", count: 100_000),
    String(repeating: "a.", count: 100_000), String(repeating: "1,234", count: 60_000),
    String(repeating: "“", count: 100_000),
  ])
  func `a line without an end is read`(text: String) {
    let document = analyzed(text)
    #expect(document.blocks.count == 1)
    #expect(document.numbers.allSatisfy { ($0.value ?? 0).isFinite })
  }

  @Test func `a hundred thousand lines are as many blocks`() {
    #expect(analyzed(String(repeating: "Aleppo fell.\n", count: 100_000)).blocks.count == 100_000)
  }
}

/// The work of a text of n bytes, told by what it leaves: twice the text, twice the tokens, never more a token.
@Suite struct GrowthTests {
  private static let paragraph =
    "BEIRUT (AFP) - On Tuesday at least 20 to 30 people died (AFP Photo), “he said”, since Jan. 12.\n"

  @Test func `a text of many paragraphs is read whole, each paragraph as the first`() {
    let count = 500_000 / Self.paragraph.utf8.count
    let one = analyzed(Self.paragraph)
    let all = analyzed(String(repeating: Self.paragraph, count: count))
    #expect(all.tokens.count == one.tokens.count * count)
    #expect(all.dates.count == one.dates.count * count)
    #expect(all.numbers.count == one.numbers.count * count)
    #expect(all.blocks.count == count)
    let last = all.dates[all.dates.count - 1]
    #expect(all.date(at: last.tokens.lowerBound) == last)
  }
}
