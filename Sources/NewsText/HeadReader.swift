import Records

/// Parts what a crawler ran together at the head of a text: "Published April 4 2017 Rebels take X Rebels took X on
/// Monday" is a stamp, the title again, and the first sentence.
struct HeadReader {
  /// A repeated title begins within so many tokens.
  private static let reach = 24
  /// So many tokens may stand between title and date ("Monitor AFP Monday 9 Feb 2015").
  private static let gap = 6
  /// A title of fewer words is no proof.
  private static let shortestTitle = 4

  /// Cuts the first body block behind its stamp and the title it repeats. `date` is the date of publication as the text
  /// gives it, `hashes` are those of the tokens.
  func cut(_ document: inout DocumentDraft, _ hashes: [UInt64], date: DateExpression?) {
    guard let index = document.blocks.firstIndex(where: { $0.bytes.lowerBound >= document.textStart }),
      document.blocks[index].zone == .body
    else { return }
    let block = document.blocks[index].tokens
    let start = block.first { !document.tokens[$0].has(.dateline) } ?? block.upperBound
    var pieces = parts(of: start..<block.upperBound, hashes, date, document)
    if let last = pieces.last, last.zone == .dateline {
      pieces[pieces.count - 1].tokens = last.tokens.lowerBound..<updated(last.tokens.upperBound, block, document)
    }
    // behind title and stamp the text may go on in small letters
    let isWhole = pieces.contains { $0.zone == .headline } && pieces.last?.zone == .dateline
    guard var end = pieces.last?.tokens.upperBound, isWhole || opens(end, block, document) else { return }
    let town = shouted(end, block, document)
    if date != nil, !town.isEmpty {
      pieces.append((town, .dateline))
      end = town.upperBound
    }
    replace(start..<end, by: pieces.map { Sentence(tokens: $0.tokens, block: index, zone: $0.zone) }, &document)
  }

  /// "20.04.2017 (updated 1618 20.04.2017)": one past the brackets that say a date again.
  private func updated(_ start: Int, _ block: Range<Int>, _ document: DocumentDraft) -> Int {
    if start < block.upperBound, document.tokens[start].kind == .closeBracket { return start + 1 }
    guard start < block.upperBound, document.tokens[start].kind == .openBracket,
      let end = (start..<min(start + 12, block.upperBound)).first(where: { document.tokens[$0].kind == .closeBracket }),
      document.dates(in: start..<end).contains(where: { if case .date(.some, _, _) = $0.form { true } else { false } })
    else { return start }
    return end + 1
  }

  private typealias Piece = (tokens: Range<Int>, zone: Zone)

  /// The stamp and the title in order, without a gap.
  private func parts(
    of body: Range<Int>, _ hashes: [UInt64], _ date: DateExpression?, _ document: DocumentDraft
  ) -> [Piece] {
    var marks: [Piece] = []
    if let title = repeatedTitle(body, hashes, document) { marks.append((title, .headline)) }
    let last = marks.first.map { $0.tokens.upperBound + HeadReader.gap } ?? body.upperBound
    if let stamp = date?.tokens, body.contains(stamp.lowerBound), stamp.lowerBound <= last,
      !marks.contains(where: { $0.tokens.overlaps(stamp) })
    {
      marks.append((stamp, .dateline))
    }
    var pieces: [Piece] = []
    var next = body.lowerBound
    for mark in marks.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      var mark = mark
      if mark.zone == .dateline { mark.tokens = next..<mark.tokens.upperBound }
      if next < mark.tokens.lowerBound { pieces.append((next..<mark.tokens.lowerBound, .dateline)) }
      while mark.tokens.upperBound < body.upperBound, document.tokens[mark.tokens.upperBound].kind == .stop {
        mark.tokens = mark.tokens.lowerBound..<mark.tokens.upperBound + 1
      }
      pieces.append(mark)
      next = mark.tokens.upperBound
    }
    return pieces
  }

  /// Where the text says the title's words again.
  private func repeatedTitle(_ body: Range<Int>, _ hashes: [UInt64], _ document: DocumentDraft) -> Range<Int>? {
    let title = document.blocks.prefix { $0.bytes.lowerBound < document.textStart }.flatMap {
      words($0.tokens, document)
    }
    guard title.count >= HeadReader.shortestTitle else { return nil }
    let wanted = title.map { hashes[$0] }
    let said = words(body.prefix(HeadReader.reach + 3 * title.count), document)
    for first in said.indices where said[first] - body.lowerBound <= HeadReader.reach {
      guard said.count - first >= wanted.count else { return nil }
      if said[first...].prefix(wanted.count).elementsEqual(wanted, by: { hashes[$0] == $1 }) {
        return said[first]..<said[first + wanted.count - 1] + 1
      }
    }
    return nil
  }

  private func words(_ range: some Sequence<Int>, _ document: DocumentDraft) -> [Int] {
    range.filter { document.tokens[$0].kind == .word || document.tokens[$0].kind == .number }
  }

  /// "BEIRUT Syrian troops said": the dateline's town, in capitals alone.
  private func shouted(_ start: Int, _ block: Range<Int>, _ document: DocumentDraft) -> Range<Int> {
    func isShouted(_ index: Int) -> Bool {
      let token = document.tokens[index]
      return token.kind == .word && token.has(.allCaps) && token.range.count >= 4
    }
    let end = (start..<block.upperBound).first { !isShouted($0) } ?? block.upperBound
    guard end - start <= 3, opens(end, block, document) else { return start..<start }
    return start..<end
  }

  /// What follows can begin a sentence.
  private func opens(_ index: Int, _ block: Range<Int>, _ document: DocumentDraft) -> Bool {
    guard index < block.upperBound else { return true }
    let token = document.tokens[index]
    switch token.kind {
    case .word: return token.has(.capitalized)
    case .number, .openQuote, .openBracket, .dash: return true
    default: return false
    }
  }

  // MARK: Sentences

  private func replace(_ head: Range<Int>, by pieces: [Sentence], _ document: inout DocumentDraft) {
    let all = document.sentences
    guard let first = all.firstIndex(where: { $0.tokens.upperBound > head.lowerBound }) else { return }
    var rest = Array(all[first...].drop { $0.tokens.upperBound <= head.upperBound })
    if !rest.isEmpty, rest[0].tokens.lowerBound < head.upperBound {
      rest[0].tokens = head.upperBound..<rest[0].tokens.upperBound
    }
    document.sentences = all[..<first] + pieces + rest
    for (number, sentence) in document.sentences.enumerated() {
      for token in sentence.tokens { document.sentenceOfToken[token] = Int32(number) }
    }
    for sentence in pieces + rest.prefix(1) {
      if sentence.zone == .dateline { for token in sentence.tokens { document.tokens[token].flags.insert(.dateline) } }
      if let word = sentence.tokens.first(where: { document.tokens[$0].kind == .word }) {
        document.tokens[word].flags.insert(.first)
      }
    }
  }
}
