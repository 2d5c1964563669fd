import Formats
public import Records

/// A sentence: its tokens, its block and its zone.
public struct Sentence: Sendable {
  /// The tokens, by index into `Document.tokens`.
  public var tokens: Range<Int>
  /// The block it stands in, by index into `Document.blocks`.
  public var block: Int
  /// The part of the document.
  public var zone: Zone
}

/// A paragraph: a line that is not empty.
public struct Block: Sendable {
  /// Its bytes.
  public var bytes: Range<Int>
  /// Its tokens.
  public var tokens: Range<Int>
  /// Its zone.
  public var zone: Zone
}

/// An article that was read: bytes, tokens, blocks, sentences, numbers, dates, the day of publication.
///
/// A title that came beside the text stands before it in `bytes`, parted by a blank line; `span` gives offsets into
/// the title or into the text, as DESIGN asks. All stages that follow share one document, so it is a class: to hand it
/// on counts one reference.
public final class Document: Sendable {
  /// The article's id.
  public let docID: String
  /// Title, blank line and text; or the text alone.
  public let bytes: [UInt8]
  /// Where the text begins in `bytes`.
  public let textStart: Int
  /// All tokens in order.
  public let tokens: [Token]
  /// The hash of each token's text (`Vocabulary.hash`), 0 for hyphens and dashes.
  public let hashes: [UInt64]
  /// All blocks in order.
  public let blocks: [Block]
  /// All sentences in order.
  public let sentences: [Sentence]
  /// All number expressions in order.
  public let numbers: [NumberExpression]
  /// All date expressions in order.
  public let dates: [DateExpression]
  /// When it was published, nil where nothing tells.
  public let publication: Publication?
  /// What was repaired or inferred, a sentence each.
  public let notes: [String]
  /// The sentence of each token.
  @usableFromInline let sentenceOfToken: [Int32]
  private let draft: DocumentDraft

  init(_ draft: DocumentDraft) {
    (docID, bytes, textStart, tokens) = (draft.docID, draft.bytes, draft.textStart, draft.tokens)
    (blocks, sentences, numbers, dates) = (draft.blocks, draft.sentences, draft.numbers, draft.dates)
    (hashes, sentenceOfToken) = (draft.hashes, draft.sentenceOfToken)
    (publication, notes) = (draft.publication, draft.notes)
    self.draft = draft
  }

  /// The Unicode scalars of a range of bytes, counted from the start of the text, or of the title within the title.
  public func span(_ range: Range<Int>) -> Span { draft.span(range) }

  /// The byte offset of a Unicode scalar of the text.
  public func byte(atScalar scalar: Int) -> Int { draft.byte(atScalar: scalar) }

  /// The words of a range of bytes.
  public func string(_ range: Range<Int>) -> String { draft.string(range) }

  /// The words of a range of tokens.
  public func string(tokens range: Range<Int>) -> String { draft.string(tokens: range) }

  /// The bytes of a range of tokens; an empty range has none.
  public func byteRange(_ range: Range<Int>) -> Range<Int> { draft.byteRange(range) }

  /// The index of the sentence that holds a token.
  @inlinable
  public func sentence(ofToken index: Int) -> Int {
    guard index >= 0 else { return 0 }
    return index < sentenceOfToken.count ? Int(sentenceOfToken[index]) : max(0, sentences.count - 1)
  }

  /// The date expression that holds a token.
  @inlinable
  public func date(at token: Int) -> DateExpression? { has(.dated, token) ? date(around: token) : nil }

  /// The date expressions that begin in a range of tokens.
  public func dates(in range: Range<Int>) -> ArraySlice<DateExpression> { draft.dates(in: range) }

  /// The number expression that holds a token.
  @inlinable
  public func number(at token: Int) -> NumberExpression? { has(.counted, token) ? number(around: token) : nil }

  /// The index of the number expression that ends before a token, nil where none does.
  public func number(endingBefore token: Int) -> Int? { draft.number(endingBefore: token) }

  /// The number expressions that begin in a range of tokens.
  public func numbers(in range: Range<Int>) -> ArraySlice<NumberExpression> { draft.numbers(in: range) }

  /// The zone of a token: its sentence's, unless it is part of a dateline or a credit.
  public func zone(ofToken index: Int) -> Zone { draft.zone(ofToken: index) }

  /// The title: given beside the text, else its headline.
  public var title: String? { draft.title }

  /// The whole text as a string, without the title.
  public var text: String { draft.text }

  /// Whether there is such a token and it has the mark: most are asked in vain.
  @inlinable
  func has(_ mark: TokenFlags, _ token: Int) -> Bool {
    token >= 0 && token < tokens.count && tokens[token].has(mark)
  }

  @usableFromInline
  func date(around token: Int) -> DateExpression? { draft.date(at: token) }

  @usableFromInline
  func number(around token: Int) -> NumberExpression? { draft.number(at: token) }
}
