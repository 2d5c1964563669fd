import NewsText
import Records
import Testing

@Suite struct SpanTests {
  /// Words of one, two, three and four bytes a scalar, and what stands between them.
  private static let pieces = [
    "Aleppo", " ", "č", "’", "“", "—", "حلب", "🔥", "\u{A0}", "\n", ". ", "e\u{301}", "1,800", "\u{200F}", "京",
  ]

  /// A text of many pieces; the same for the same seed.
  private func text(_ seed: UInt64) -> String {
    var state = seed
    return (0..<200).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Self.pieces[Int((state >> 33) % UInt64(Self.pieces.count))]
    }.joined()
  }

  @Test(arguments: 1...20)
  func `a span counts the scalars before a token as a slow count does`(seed: Int) {
    let text = text(UInt64(seed))
    let document = analyzed(text)
    #expect(!document.tokens.isEmpty)
    let scalars = Array(text.unicodeScalars)
    for token in document.tokens {
      let span = document.span(token.range)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[span.start..<span.end])
      #expect(Array(String(view).utf8) == Array(document.bytes[token.range]))
      #expect(document.byte(atScalar: span.start) == Int(token.start))
    }
  }

  @Test(arguments: 1...20)
  func `tokens come in order, none overlaps another, and none holds white space`(seed: Int) {
    let document = analyzed(text(UInt64(seed)))
    for (left, right) in zip(document.tokens, document.tokens.dropFirst()) { #expect(left.end <= right.start) }
    for token in document.tokens {
      #expect(token.start < token.end)
      #expect(!document.bytes[token.range].contains { $0 == 0x20 || $0 == 0x0A })
    }
  }

  @Test(arguments: 1...20)
  func `every token stands in exactly one sentence and one block`(seed: Int) {
    let document = analyzed(text(UInt64(seed)))
    #expect(document.sentences.flatMap { Array($0.tokens) } == Array(document.tokens.indices))
    #expect(document.blocks.flatMap { Array($0.tokens) } == Array(document.tokens.indices))
  }

  @Test func `a title beside the text has offsets of its own and is the headline`() {
    let document = analyzed("Čas: jets hit Idlib.", title: "Útok on Idlib")
    #expect(document.blocks[0].zone == .headline)
    #expect(document.span(document.tokens[2].range) == Span(8, 13))
    let text = document.tokens.filter { Int($0.start) >= document.textStart }
    #expect(document.span(text[0].range) == Span(0, 3))
    #expect(document.byte(atScalar: 5) == Int(text[2].start))
    #expect(document.text == "Čas: jets hit Idlib.")
    #expect(document.title == "Útok on Idlib")
  }

  @Test func `dates and numbers are found by a token`() {
    let document = analyzed("On Tuesday at least four died and two fled on Friday night.")
    for index in document.tokens.indices {
      #expect(document.date(at: index) == document.dates.first { $0.tokens.contains(index) })
      #expect(document.number(at: index)?.tokens == document.numbers.first { $0.tokens.contains(index) }?.tokens)
      for end in index...document.tokens.count {
        #expect(
          Array(document.dates(in: index..<end))
            == document.dates.filter { (index..<end).contains($0.tokens.lowerBound) })
        #expect(
          document.numbers(in: index..<end).count
            == document.numbers.filter { (index..<end).contains($0.tokens.lowerBound) }.count)
      }
    }
  }
}
