public import Records

/// Reads an article: bytes to tokens, zones, sentences, numbers, dates and the day of publication.
public struct Analyzer: Sendable {
  /// The language's tables.
  public let language: TextLanguage
  /// The words that some table knows.
  public let vocabulary: Vocabulary

  /// An analyzer of that language; the vocabulary holds the words of every table of the program.
  public init(language: TextLanguage, vocabulary: Vocabulary) {
    self.language = language
    self.vocabulary = vocabulary
  }

  /// The analyzed text.
  public func analyze(_ article: Article) -> Document {
    var document = DocumentDraft(article)
    let header = PublicationReader.header(document.bytes, from: document.textStart)
    let hashes = tokenize(&document, skipping: header?.range)
    ZoneReader(language: language).mark(&document, hashes)
    SentenceSplitter(language: language).split(&document)
    document.take(dates: DateReader(language: language, document: document).read())
    document.take(numbers: NumberReader(language: language, document: document).read())
    let publication = PublicationReader(language: language)
    document.publication = publication.read(article, document, header: header?.text)
    HeadReader().cut(&document, hashes, date: publication.headDate(document))
    RunInReader(language: language).cut(&document)
    note(&document)
    return Document(document)
  }

  /// Gives the hashes of the tokens.
  private func tokenize(_ document: inout DocumentDraft, skipping header: Range<Int>?) -> [UInt64] {
    var tokenizer = Tokenizer(abbreviations: language.abbreviations, vocabulary: vocabulary)
    let lines = LineReader.paragraphs(document.bytes, from: 0)
    document.bytes.withUnsafeBufferPointer { bytes in
      for line in lines {
        let start = header.map { line.overlaps($0) ? $0.upperBound : line.lowerBound } ?? line.lowerBound
        guard start < line.upperBound else { continue }
        let first = tokenizer.tokens.count
        tokenizer.read(bytes, start..<line.upperBound)
        document.blocks.append(
          Block(bytes: start..<line.upperBound, tokens: first..<tokenizer.tokens.count, zone: .body))
      }
    }
    document.blocks.removeAll { $0.tokens.isEmpty }
    document.tokens = tokenizer.tokens
    document.hashes = tokenizer.hashes
    return tokenizer.hashes
  }

  private func note(_ document: inout DocumentDraft) {
    switch document.publication {
    case nil: document.notes.append("no date of publication: give --published DATE")
    case let publication? where publication.basis == .inferred:
      document.notes.append(
        "date of publication inferred as \(publication.day), between \(publication.window.start) and \(publication.window.end)"
      )
    default: break
    }
  }
}
