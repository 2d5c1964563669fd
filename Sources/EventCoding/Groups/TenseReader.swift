import NewsText

/// Reads tense and voice from the auxiliaries before a verb and the verb's form.
struct TenseReader {
  let words: FunctionWords
  let document: Document

  func read(_ helpers: [Int], _ forms: VerbForm, _ main: Int) -> (tense: Tense, passive: Bool) {
    let codes = helpers.map { document.tokens[$0].word }
    if codes.contains(where: words.future.contains) { return (.future, false) }
    if codes.contains(where: words.modal.contains) { return (.modal, false) }
    let been = codes.contains(where: words.be.contains)
    let passive = been && forms.contains(.participle) && !forms.contains(.ing)
    if let have = codes.first(where: words.have.contains) {
      if forms.contains(.ing) { return (have == words.had ? .pastProgressive : .progressive, false) }
      return (have == words.had ? .past : .perfect, passive)
    }
    if been { return withBe(codes, forms, passive) }
    return withoutBe(codes, forms, main)
  }

  private func withBe(_ codes: [Int32], _ forms: VerbForm, _ passive: Bool) -> (tense: Tense, passive: Bool) {
    let past = codes.contains(where: words.pastBe.contains)
    if forms.contains(.ing) { return (past ? .pastProgressive : .progressive, false) }
    // "after being kidnapped"
    if codes == [words.being] { return (.gerund, passive) }
    if codes.contains(words.being) { return (past ? .pastProgressive : .progressive, passive) }
    return (past ? .past : .present, passive)
  }

  private func withoutBe(_ codes: [Int32], _ forms: VerbForm, _ main: Int) -> (tense: Tense, passive: Bool) {
    if codes.contains(words.did) { return (.past, false) }
    if !codes.isEmpty { return (.present, false) }
    if words.pastBe.contains(document.tokens[main].word) || document.tokens[main].word == words.had {
      return (.past, false)
    }
    if forms.contains(.past) { return (.past, false) }
    if forms.contains(.participle) { return (.past, true) }
    if forms.contains(.ing) { return (.gerund, false) }
    return (.present, false)
  }
}
