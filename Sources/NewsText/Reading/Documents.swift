import Formats
import Records

/// Opens inputs by their kind.
enum Documents {
  /// The reader of a file, or of standard input for `-`.
  static func open(_ input: String) -> any DocumentReader {
    do throws(FileError) {
      if input == "-" { return try open(ByteStream(standardInput: ()), baseID: "stdin") }
      let stream = try ByteStream(path: input)
      let head = try stream.head()
      let kind = InputKind(path: input) ?? InputKind(sniffing: head)
      let baseID = baseName(input)
      if kind == .jsonLines { return try rows(stream, baseID: baseID) }
      return open(try plainRows(MappedFile(input), kind: kind), kind: kind, baseID: baseID)
    } catch { return ReadyDocument([.fault(ArticleFault(.unreadable(error), origin: input))]) }
  }

  /// The file's name without its folders and its ending.
  static func baseName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func open(_ stream: ByteStream, baseID: String) throws(FileError) -> any DocumentReader {
    let kind = InputKind(sniffing: try stream.head())
    if kind == .jsonLines { return try rows(stream, baseID: baseID) }
    return open(
      MappedFile(copying: try stream.rest(limit: articleByteLimit), path: stream.name), kind: kind, baseID: baseID)
  }

  /// JSON Lines as they arrive; in UTF-16 they are converted first.
  private static func rows(_ stream: ByteStream, baseID: String) throws(FileError) -> any DocumentReader {
    let head = try stream.head()
    guard head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) else {
      return JSONRows(stream, baseID: baseID)
    }
    let whole = try stream.rest(limit: 2 * articleByteLimit)
    return whole.withUnsafeBytes { bytes in
      do throws(ArticleFault) {
        let decoded = try DecodedText(bytes, origin: stream.name)
        return JSONRows(ByteStream(decoded.bytes, name: stream.name), baseID: baseID)
      } catch { return ReadyDocument([.fault(error)]) }
    }
  }

  /// Rows that a spreadsheet saved as "Unicode text" (UTF-16), as UTF-8; all else as it is.
  private static func plainRows(_ file: MappedFile, kind: InputKind) -> MappedFile {
    guard kind == .csv || kind == .tsv else { return file }
    return file.withBytes { bytes in
      let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      guard isWide, let decoded = try? DecodedText(bytes, origin: file.path) else { return file }
      return MappedFile(copying: decoded.bytes, path: file.path)
    }
  }

  private static func open(_ file: MappedFile, kind: InputKind, baseID: String) -> any DocumentReader {
    switch kind {
    case .text, .jsonLines: ReadyDocument([text(file, docID: baseID)])
    case .html: ReadyDocument([file.withBytes { HTMLPage.read($0, origin: file.path, docID: baseID) }])
    case .xml: feed(file, baseID: baseID)
    case .csv: CSVRows(file, delimiter: nil, baseID: baseID)
    case .tsv: CSVRows(file, delimiter: .tab, baseID: baseID)
    }
  }

  private static func text(_ file: MappedFile, docID: String) -> ReadResult {
    do throws(ArticleFault) {
      let decoded = try file.withBytes { bytes throws(ArticleFault) in try DecodedText(bytes, origin: file.path) }
      return .article(Article(docID: docID, text: decoded.bytes, origin: file.path), notes: decoded.notes)
    } catch { return .fault(error) }
  }

  /// A feed; a page written as XML is read as a page.
  private static func feed(_ file: MappedFile, baseID: String) -> any DocumentReader {
    file.withBytes { bytes in
      if InputKind(sniffing: bytes.prefix(4096)) == .html {
        return ReadyDocument([HTMLPage.read(bytes, origin: file.path, docID: baseID)])
      }
      guard bytes.contains(where: { $0 > 0x20 }) else { return fault(.empty, file) }
      do throws(ArticleFault.Reason) {
        return try FeedItems(bytes, origin: file.path, baseID: baseID)
      } catch { return fault(error, file) }
    }
  }

  private static func fault(_ reason: ArticleFault.Reason, _ file: MappedFile) -> any DocumentReader {
    ReadyDocument([.fault(ArticleFault(reason, origin: file.path))])
  }
}
