import Formats
import Records

/// The articles of files, folders and standard input (`-`), pulled one by one.
///
/// Every kind of document is known by its file's ending, or by its first bytes where there is no ending: plain text,
/// HTML, JSON Lines, CSV, RSS and Atom. A fault costs only the file or the row it stands in. JSON Lines are read as a
/// stream, so that memory stays flat however long they are. For example:
///
///     for result in ArticleReader(["seeds", "-"]) {
///       switch result {
///       case .article(let article, let notes): ...
///       case .fault(let fault): print(fault)
///       }
///     }
public final class ArticleReader: Sequence, IteratorProtocol {
  private var inputs: ArraySlice<String>
  private var files: ArraySlice<String> = []
  private var current: (any DocumentReader)?
  private var pending: ArraySlice<ReadResult> = []
  private var names = DocumentNames()

  /// The articles of the inputs, in the order given; a folder's files are sorted by the bytes of their paths.
  public init(_ inputs: [String]) { self.inputs = inputs[...] }

  /// The next article or fault, nil at the end.
  public func next() -> ReadResult? {
    while true {
      if let result = pending.popFirst() { return named(result) }
      if let results = current?.next() {
        pending = results[...]
      } else if let document = nextDocument() {
        current = document
      } else {
        return nil
      }
    }
  }

  private func nextDocument() -> (any DocumentReader)? {
    if let file = files.popFirst() { return Documents.open(file) }
    guard let input = inputs.popFirst() else { return nil }
    guard input != "-", Folder.isFolder(input) else { return Documents.open(input) }
    do throws(FileError) {
      files = try Folder.files(in: input)[...]
      if files.isEmpty { return ReadyDocument([.fault(ArticleFault(.emptyFolder, origin: input))]) }
      return ReadyDocument([])
    } catch { return ReadyDocument([.fault(ArticleFault(.unreadable(error), origin: input))]) }
  }

  private func named(_ result: ReadResult) -> ReadResult {
    guard case .article(var article, var notes) = result else { return result }
    let given = article.docID
    article.docID = names.name(given)
    if article.docID != given {
      notes.append("\(article.origin): a document named \(given) was read before; this one is \(article.docID)")
    }
    return .article(article, notes: notes)
  }
}

/// The names given so far, as hashes: a long stream must not fill memory with them.
private struct DocumentNames {
  private var counts: [UInt64: Int32] = [:]

  /// The name itself, or with `-2`, `-3` ... where it was given before.
  mutating func name(_ wanted: String) -> String {
    var number = counts[FNV1a64.hash(wanted), default: 0] + 1
    var name = wanted
    if number > 1 {
      repeat {
        name = "\(wanted)-\(number)"
        number += 1
      } while counts[FNV1a64.hash(name)] != nil
      number -= 1
      counts[FNV1a64.hash(name)] = 1
    }
    counts[FNV1a64.hash(wanted)] = number
    return name
  }
}
