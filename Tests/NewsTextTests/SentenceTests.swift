import NewsText
import Testing

@Suite struct SentenceTests {
  @Test(arguments: [
    "The U.N.’s calls for an immediate ceasefire came as strikes began near Damascus.",
    "The European Union (E.U.) foreign policy chief spoke on Thursday.",
    "The U.S., Pompeo said, condemns these attacks.",
    "It was dated Feb. 11, and a new one started on Jan. 12.",
    "AFP correspondents heard loud explosions around 1:15 a.m. Tuesday in Damascus.",
    "Lt. Col. Ahmed met Gen. Haftar in St. Petersburg.",
    "\"Who fired?\" he asked the men.",
    "“Stop!” he said to them.",
    "Rebels hold al-Numan and No. 5 post of the U.S. Army.",
    "The E.U. Commission sent 1.7 million euros.",
  ])
  func `an abbreviation, a quote or a figure ends no sentence`(text: String) {
    #expect(sentences(text) == [text])
  }

  @Test(arguments: [
    ("They heard explosions around 1:15 a.m. State television broadcast images.", 2),
    ("He came from the U.S. The strike followed.", 2),
    ("The men said no. The army advanced.", 2),
    ("He said “we won.” The army left.", 2),
    ("Two homes were hit. 12 people died.", 2),
    ("It fell. al-Numan was next.", 2),
    ("Why now? because it rained.", 2),
    ("Two homes were destroyed.The army denied it.", 2),
    ("It began in Feb. The rebels left.", 2),
    ("Arms of Lockheed Inc. The army has them.", 2),
    ("It is over... The army left.", 2),
    ("One. Two! Three? Four", 4),
    ("سقطت. حلب قصفت.", 2),
  ])
  func `a stop before a new beginning ends a sentence`(text: String, count: Int) {
    #expect(sentences(text).count == count)
  }

  @Test func `a paragraph ends a sentence without a stop`() {
    #expect(sentences("Army takes town\n\nThe army took it.") == ["Army takes town", "The army took it."])
  }

  @Test func `a closing quotation mark and bracket stay with their sentence`() {
    #expect(
      sentences("He said “we won.” (They did not.) Then he left.")
        == ["He said “we won.”", "(They did not.)", "Then he left."])
  }

  @Test func `the first word of each sentence is marked`() {
    let document = analyzed("“We won,” he said. Then 12 left.")
    let first = document.tokens.filter { $0.has(.first) }.map { document.string($0.range) }
    #expect(first == ["We", "Then"])
  }

  @Test func `any token tells its sentence`() {
    let document = analyzed("One fell. Two fell. Three fell.")
    for (index, sentence) in document.sentences.enumerated() {
      for token in sentence.tokens { #expect(document.sentence(ofToken: token) == index) }
    }
  }
}
