import Gazetteer
public import NewsText
public import Records

extension Geoparser {
  /// Resolves given spans: exactly one mention for each, with its own offsets, resolved if anything fits; demonyms and
  /// abbreviations too. The names that the geoparser finds beside them serve as context.
  public func resolve(spans: [Span], of document: Document) -> [Mention] {
    withMemory { resolve(spans, of: document, $0) }
  }

  private func resolve(_ spans: [Span], of document: Document, _ memory: PlaceMemory) -> [Mention] {
    var work = named(document, memory)
    let given = spans.map { GivenSpan($0, in: document) }
    GivenSpan.place(given, in: &work)
    let text = assemble(&work)
    return given.map { span in
      let toponym = span.tokens.isEmpty ? nil : text.toponyms.first { $0.tokens == span.tokens }
      let bytes = document.byte(atScalar: span.span.start)..<document.byte(atScalar: span.span.end)
      return Mention(
        docID: document.docID, text: document.string(bytes), span: span.span,
        zone: span.tokens.isEmpty ? .body : document.zone(ofToken: span.tokens.lowerBound),
        role: toponym?.role ?? .literal, place: toponym?.chosen, score: toponym?.score, reasons: toponym?.reasons ?? [])
    }
  }
}

/// A span that a user gives, and the tokens it covers.
struct GivenSpan {
  let span: Span
  let tokens: Range<Int>

  init(_ span: Span, in document: Document) {
    self.span = span
    let end = max(span.start, span.end)
    let bytes =
      document.byte(atScalar: span.start)..<max(document.byte(atScalar: span.start), document.byte(atScalar: end))
    let first = document.tokens.firstIndex { Int($0.end) > bytes.lowerBound } ?? document.tokens.count
    let last = document.tokens.firstIndex { Int($0.start) >= bytes.upperBound } ?? document.tokens.count
    tokens = bytes.isEmpty || first >= last ? 0..<0 : first..<last
  }

  /// Puts the spans among the names; a name that overlaps one gives way.
  static func place(_ spans: [GivenSpan], in work: inout Workspace) {
    let given = spans.filter { !$0.tokens.isEmpty }
    var seen: Set<Range<Int>> = []
    work.names.removeAll { name in given.contains { $0.tokens.overlaps(name.tokens) } }
    for span in given where seen.insert(span.tokens).inserted {
      var name = FoundName(tokens: span.tokens, namesakes: Namesakes(matches(span, work), work.memory))
      name.isGiven = true
      work.names.append(name)
    }
    work.names.sort { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
    work.markNames()
  }

  /// What the gazetteer knows by the words, or by fewer of them: without "the", a direction or the kind noun. What is
  /// spelled so goes before what is spelled like it, and a short name has few others like it.
  private static func matches(_ span: GivenSpan, _ work: Workspace) -> [NameMatch] {
    var near: [NameMatch] = []
    var next: Range<Int>? = span.tokens
    while let tokens = next {
      let text = work.document.string(tokens: tokens)
      let found = work.index.rememberedLookUp(text, limit: 24)
      let exact = found.filter { $0.cost == 0 }
      if !exact.isEmpty { return exact }
      let limit = min(work.prices[.spellingLimit], 0.025 * Double(text.utf8.count))
      if near.isEmpty { near = found.filter { $0.cost <= limit } }
      next = shortened(tokens, work)
    }
    return near
  }

  private static func shortened(_ tokens: Range<Int>, _ work: Workspace) -> Range<Int>? {
    guard tokens.count > 1, let last = tokens.last else { return nil }
    if work.cues(tokens.lowerBound).contains(.article) { return tokens.dropFirst() }
    if work.lexicon.directions[work.word(tokens.lowerBound)] != nil { return tokens.dropFirst() }
    if work.tokens[last].kind == .possessive || work.tokens[last].kind == .stop { return tokens.dropLast() }
    if let noun = work.lexicon.kindNouns.ending(at: last, in: work.tokens, limit: tokens.lowerBound + 1) {
      return tokens.lowerBound..<noun.range.lowerBound
    }
    return nil
  }
}
