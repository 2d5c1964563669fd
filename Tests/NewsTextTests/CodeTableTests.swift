import NewsText
import Testing

@Suite struct `Tables by the codes of words` {
  @Test func `an empty table holds nothing`() {
    let table = CodeTable<String>()
    #expect(table[0] == nil)
    #expect(table[1_000_000] == nil)
    #expect(!table.holds(3))
  }

  @Test func `a value is set, changed and taken away`() {
    var table = CodeTable<String>()
    table[7] = "seven"
    table[2] = "two"
    #expect(table[7] == "seven" && table[2] == "two" && table[3] == nil)
    table[7, default: ""] += "th"
    #expect(table[7] == "seventh")
    table[7] = nil
    #expect(table[7] == nil && !table.holds(7) && table.holds(2))
  }

  @Test func `a vocabulary of many words knows each by its code`() {
    var vocabulary = Vocabulary()
    let codes = (0..<5000).map { vocabulary.intern("word\($0)") }
    #expect(Set(codes).count == 5000)
    #expect((0..<5000).allSatisfy { vocabulary.code("WORD\($0)") == codes[$0] })
    #expect(vocabulary.code("word5000") == 0)
  }
}
