public import Formats

/// What keeps an input, or one row of it, from being read as an article.
///
/// None of the sentences repeats the text: it may hold names of people.
public struct ArticleFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Error, Hashable, Sendable {
    /// The system refused the file.
    case unreadable(FileError)
    /// A folder with no file of a known ending.
    case emptyFolder
    /// Nothing but blanks.
    case empty
    /// A NUL byte, which no text has.
    case binary(offset: Int)
    /// Another kind of document, known by its first bytes.
    case foreign(name: String, cure: String)
    /// A byte that cannot stand where it does in UTF-8.
    case notUTF8(byte: UInt8, offset: Int)
    /// Half of a surrogate pair, or half of a code unit.
    case brokenUTF16(offset: Int)
    /// More bytes than an article may have.
    case tooLarge(bytes: Int, limit: Int)
    /// A row that is not JSON.
    case json(column: Int, JSONError.Reason)
    /// A row that is JSON, but no object.
    case notAnObject(found: String)
    /// A row without words.
    case noText(members: String)
    /// A member of another type.
    case wrongType(member: String, found: String, wanted: String)
    /// A date in no form that is known; the article itself is read.
    case unknownDate
    /// A CSV row with another number of cells than the header, or broken quotes.
    case csv(CSVError)
    /// A page in which no block of paragraphs stands out.
    case noArticle
    /// Elements inside of elements, without end.
    case tooDeep(limit: Int)
    /// XML that breaks the grammar, in the parser's words.
    case malformed(String)
    /// Entities of its own, which may expand without end.
    case entities
    /// XML of another sort.
    case notAFeed(root: String)
    /// A feed's item without description or content.
    case emptyItem(number: Int)
  }

  /// The file, as it was named, or `standard input`.
  public let origin: String
  /// The line, from 1, where one is to blame.
  public let line: Int?
  /// What is wrong.
  public let reason: Reason

  /// A fault of an input.
  public init(_ reason: Reason, origin: String, line: Int? = nil) {
    self.reason = reason
    self.origin = origin
    self.line = line
  }

  /// `FILE:LINE: what is wrong; what to do`
  public var description: String {
    if case .unreadable(let error) = reason { return error.description }
    if case .csv(let error) = reason { return error.description }
    return origin + (line.map { ":\($0)" } ?? "") + ": " + sentence
  }
}

extension ArticleFault {
  private var sentence: String {
    switch reason {
    case .unreadable(let error): error.description
    case .emptyFolder:
      "no file in it can be read; it needs files that end in " + InputKind.endings.joined(separator: " ")
    case .empty: "is empty; give a text with words in it"
    case .binary(let offset): "is not text (a NUL byte at offset \(offset)); give text, HTML, JSON Lines, CSV or a feed"
    case .foreign(let name, let cure): "is \(name), not text; \(cure)"
    case .notUTF8(let byte, let offset):
      "byte 0x\(hexadecimal(byte)) at offset \(offset) is not UTF-8; if it is a Western text, convert it: "
        + "iconv -f WINDOWS-1252 -t UTF-8 \(origin)"
    case .brokenUTF16(let offset): "broken UTF-16 at offset \(offset); save the text as UTF-8"
    case .tooLarge(let bytes, let limit):
      "holds \(bytes) bytes, more than the \(limit) an article may have; split it, one article a file or a row"
    default: rowSentence
    }
  }

  private var rowSentence: String {
    switch reason {
    case .json(let column, let reason): "column \(column): \(reason.sentence)"
    case .notAnObject(let found): #"\#(found) where an article must stand; write {"id": "...", "text": "..."}"#
    case .noText(let members): "no `text`\(members); give every row a `text` with words in it"
    case .wrongType(let member, let found, let wanted): "`\(member)` is \(found); write \(wanted)"
    case .csv(let error): error.description
    case .unknownDate: "`published` is no date that is known, the article is read without it; write it as YYYY-MM-DD"
    default: markupSentence
    }
  }

  private var markupSentence: String {
    switch reason {
    case .noArticle: "no article found in the page; save the page of one article, or give its text as a .txt file"
    case .tooDeep(let limit): "elements nested more than \(limit) levels deep; give the article's text as a .txt file"
    case .malformed(let words): "broken XML (\(words)); mend it, or give the page as .html"
    case .entities: "declares entities of its own, which are refused; remove its <!ENTITY ...> lines"
    case .notAFeed(let root): "is XML of another kind (<\(root)>); give RSS, Atom or XHTML"
    case .emptyItem(let number): "item \(number) has no description or content; give the article's own page"
    default: ""
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
