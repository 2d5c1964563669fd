import Formats

/// The articles of a JSON Lines stream, one an object a line; a broken row costs only itself.
final class JSONRows: DocumentReader {
  private let stream: ByteStream
  private let baseID: String
  private var isBroken = false

  /// - Parameter baseID: rows without an id get it, with their line's number.
  init(_ stream: ByteStream, baseID: String) {
    self.stream = stream
    self.baseID = baseID
  }

  func next() -> [ReadResult]? {
    do throws(FileError) {
      while !isBroken, let line = try stream.nextLine() {
        if let results = results(of: line.bytes, number: line.number) { return results }
      }
      return nil
    } catch {
      isBroken = true
      return [.fault(ArticleFault(.unreadable(error), origin: stream.name))]
    }
  }

  /// Nil for a blank line.
  private func results(of line: [UInt8], number: Int) -> [ReadResult]? {
    let mark = number == 1 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard !line.dropFirst(mark).allSatisfy({ $0 <= 0x20 }) else { return nil }
    do throws(ArticleFault) {
      guard line.count <= ByteStream.lineLimit else {
        throw fault(.tooLarge(bytes: line.count, limit: articleByteLimit), number)
      }
      let row = try row(Array(line.dropFirst(mark)), number)
      return row.results(origin: stream.name, line: number, fallbackID: "\(baseID)-\(number)")
    } catch { return [.fault(error)] }
  }

  private func row(_ line: [UInt8], _ number: Int) throws(ArticleFault) -> ArticleRow {
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue.parse(line) } catch {
      throw fault(.json(column: error.column, error.reason), number)
    }
    guard let object = value.objectValue else { throw fault(.notAnObject(found: value.kindName), number) }
    var row = ArticleRow()
    for (key, value) in object where !value.isNull {
      guard let member = ArticleRow.Member(named: key), row[member] == nil else { continue }
      row[member] = try text(value, key, isID: member == .id, number)
    }
    return row
  }

  /// A string; an id may be a whole number.
  private func text(_ value: JSONValue, _ key: String, isID: Bool, _ number: Int) throws(ArticleFault) -> String {
    if let string = value.stringValue { return string }
    if isID, case .int(let int) = value { return "\(int)" }
    let wanted = isID ? "a string or a whole number" : "a string"
    throw fault(.wrongType(member: key, found: value.kindName, wanted: wanted), number)
  }

  private func fault(_ reason: ArticleFault.Reason, _ line: Int) -> ArticleFault {
    ArticleFault(reason, origin: stream.name, line: line)
  }
}
