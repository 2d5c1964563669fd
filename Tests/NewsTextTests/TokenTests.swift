import NewsText
import Testing

@Suite struct TokenTests {
  @Test(arguments: [
    ("The E.U. and the U.N. met.", "The|E.U.|and|the|U.N.|met|."),
    ("at 1:15 a.m. on Feb. 11", "at|1:15|a.m.|on|Feb.|11"),
    ("Charleston, W.Va., and Ph.D. work", "Charleston|,|W.Va.|,|and|Ph.D.|work"),
    ("the sun. He sat. No. 5 and no. Then", "the|sun|.|He|sat|.|No.|5|and|no|.|Then"),
    ("give up.He said.No", "give|up|.|He|said|.|No"),
    ("John F. Kennedy met Gen. Haftar", "John|F.|Kennedy|met|Gen.|Haftar"),
  ])
  func `abbreviations keep their periods, sentences do not`(text: String, tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test(arguments: [
    ("Idlib's and Assad’s men", "Idlib|'s|and|Assad|’s|men"),
    ("the rebels' and forces’ guns", "the|rebels|'|and|forces|’|guns"),
    ("Ma'arrat an-Nu'man, al-Numan", "Ma'arrat|an|-|Nu'man|,|al|-|Numan"),
    ("Ma’arrat an-Nu’man", "Ma’arrat|an|-|Nu’man"),
    ("ʿAfrin and ʾIdlib", "ʿAfrin|and|ʾIdlib"),
    ("didn't o'clock", "didn't|o'clock"),
  ])
  func `an apostrophe is a possessive behind a word and a letter within one`(text: String, tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test(arguments: [
    ("25km of the M5", "25|km|of|the|M5"),
    ("1,800 at 1:15, 1.7 million", "1,800|at|1:15|,|1.7|million"),
    ("in 2015,2016 and 3,5", "in|2015|,|2016|and|3|,|5"),
    ("24.09.2014 or 2020-02-07.", "24.09.2014|or|2020|-|02|-|07|."),
    ("$17bn", "$|17|bn"),
  ])
  func `digits keep the separators of groups, decimals and times`(text: String, tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test(arguments: [
    ("Aleppo - Idlib", TokenKind.dash), ("Aleppo — Idlib", .dash), ("Aleppo—Idlib", .dash), ("Aleppo--Idlib", .dash),
    ("Aleppo-Idlib", .hyphen), ("Aleppo\u{2010}Idlib", .hyphen), ("Aleppo\u{2011}Idlib", .hyphen),
  ])
  func `a hyphen stands inside a word and a dash between words`(text: String, kind: TokenKind) {
    #expect(analyzed(text).tokens[1].kind == kind)
  }

  @Test(arguments: [
    "He said “we won” then", "He said \"we won\" then", "He said «we won» then", "He said “we won“ then",
    "He said „we won” then",
  ])
  func `the words between quotation marks of any shape are quoted`(text: String) {
    let document = analyzed(text)
    let kinds = document.tokens.map(\.kind)
    #expect(kinds == [.word, .word, .openQuote, .word, .word, .closeQuote, .word])
    #expect(document.tokens.map { $0.has(.quoted) } == [false, false, true, true, true, true, false])
  }

  @Test func `a quotation mark left open ends with its paragraph`() {
    let document = analyzed("He said \"we won\n\nThen he left")
    #expect(document.tokens.filter { $0.has(.quoted) }.count == 3)
  }

  @Test func `Arabic letters make words and its comma and question mark part them`() {
    #expect(cut("قصف معرة النعمان، إدلب؟") == "قصف|معرة|النعمان|،|إدلب|؟")
    let document = analyzed("قصف معرة، حلب؟")
    #expect(document.tokens.map(\.kind) == [.word, .word, .comma, .word, .stop])
    #expect(document.tokens[0].has(.otherScript))
  }

  @Test func `marks of direction, joiners and byte order marks are not seen and part nothing`() {
    #expect(cut("\u{FEFF}Aleppo\u{200E}, Idlib\u{200F}.\u{202C}") == "Aleppo|,|Idlib|.")
    #expect(!analyzed("Aleppo\u{200E}, then").tokens[1].has(.spaced))
  }

  @Test func `spaces of every width part words`() {
    #expect(cut("Khan\u{A0}al\u{2009}Asal\u{202F}km\u{3000}x\u{200B}y") == "Khan|al|Asal|km|x|y")
  }

  @Test func `emoji and replacement characters are symbols, not letters`() {
    let document = analyzed("🔥 ❤️ \u{FFFD} Aleppo")
    #expect(document.tokens.map(\.kind) == [.symbol, .symbol, .symbol, .word])
  }

  @Test(arguments: ["Łódź", "Žepa", "Ḥalab", "Ħaż", "Şanlıurfa", "Київ", "Étain", "Ŷ"])
  func `capitals with marks are capitals`(word: String) {
    #expect(analyzed(word).tokens[0].has(.capitalized))
  }

  @Test(arguments: ["łódź", "ḥalab", "şanlı", "київ", "étain"])
  func `small letters with marks are none`(word: String) {
    #expect(!analyzed(word).tokens[0].has(.capitalized))
  }

  @Test func `Latin letters with dots below are Latin`() {
    #expect(!analyzed("Ḥamā").tokens[0].has(.otherScript))
    #expect(analyzed("Київ").tokens[0].has(.otherScript))
  }

  @Test func `a word has the same code in any case and with either apostrophe`() {
    let document = analyzed("Between BETWEEN between o'clock o’clock")
    #expect(Set(document.tokens.map(\.word)).count == 2)
    #expect(document.tokens[0].word == english.vocabulary.code("between"))
  }
}
