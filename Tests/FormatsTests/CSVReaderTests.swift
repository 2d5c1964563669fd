import Formats
import Testing

@Suite struct `The CSV reader` {
  /// The rows, and the sentences of broken ones.
  static func read(
    _ bytes: [UInt8], delimiter: CSVDelimiter = .comma, hasHeader: Bool = false
  ) throws -> (rows: [[String]], errors: [String]) {
    var reader = try CSVReader(bytes, path: "a.csv", delimiter: delimiter, hasHeader: hasHeader)
    var (rows, errors): ([[String]], [String]) = ([], [])
    while true {
      do throws(CSVError) {
        guard let row = try reader.next() else { return (rows, errors) }
        rows.append(row.cells)
      } catch { errors.append(error.description) }
    }
  }

  @Test(arguments: [
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("a\rb\r", [["a"], ["b"]]),
    ("\"a,\"\"b\"\"\r\nc\",d", [["a,\"b\"\r\nc", "d"]]), (",\n", [["", ""]]), ("a,", [["a", ""]]), ("\"\"\n", [[""]]),
    ("\u{FEFF}\"a\",b", [["a", "b"]]), ("\n\na\n\n\nb\n", [["a"], ["b"]]), ("a\"b,c", [["a\"b", "c"]]), ("", []),
    (" a , \"b\"", [[" a ", " \"b\""]]), ("\"\",\"\"", [["", ""]]), ("\u{0},x", [["\u{0}", "x"]]),
  ]) func `follows RFC 4180`(text: String, wanted: [[String]]) throws {
    let (rows, errors) = try Self.read(Array(text.utf8))
    #expect(rows == wanted)
    #expect(errors == [])
  }

  @Test func `reads cells by the header's names`() throws {
    var reader = try CSVReader(Array("id,text\n1,\n\n2,\"x\ny\"\n3,z\n".utf8), path: "a.csv")
    #expect(reader.header == ["id", "text"])
    let one = try #require(try reader.next())
    #expect(one["id"] == "1")
    #expect(one["text"] == nil)
    #expect(one["other"] == nil)
    let two = try #require(try reader.next())
    #expect(two["text"] == "x\ny")
    #expect(two.line == 4)
    #expect(try reader.next()?.line == 6)
    #expect(try reader.next() == nil)
  }

  @Test(arguments: [(CSVDelimiter.semicolon, "a,1;b\n"), (.tab, "a,1\tb\n")])
  func `takes other delimiters`(delimiter: CSVDelimiter, text: String) throws {
    #expect(try Self.read(Array(text.utf8), delimiter: delimiter).rows == [["a,1", "b"]])
  }

  @Test(arguments: [
    (
      "h,i\n1,2\n3\n4,5\n", [["1", "2"], ["4", "5"]],
      "a.csv:3: 1 cells where the header has 2; put cells that hold the delimiter in double quotes"
    ),
    (
      "h,i\n1,2,3\n4,5\n", [["4", "5"]],
      "a.csv:2: 3 cells where the header has 2; put cells that hold the delimiter in double quotes"
    ),
    (
      "h,i\n1,\"2\"x\n4,5\n", [["4", "5"]],
      "a.csv:2: text after a closing quote; write a quote inside a cell twice"
    ),
    ("h,i\n1,\"2\n4,5\n", [["4", "5"]], "a.csv:2: a quoted cell does not end; close it with a double quote"),
  ]) func `names a broken row and goes on`(text: String, rows: [[String]], sentence: String) throws {
    let found = try Self.read(Array(text.utf8), hasHeader: true)
    #expect(found.rows == rows)
    #expect(found.errors == [sentence])
  }

  @Test func `names the line of bytes that are not UTF-8`() throws {
    let bytes = Array("h\n\"a\n".utf8) + [0xFF] + Array("\"\nb\n".utf8)
    let found = try Self.read(bytes, hasHeader: true)
    #expect(found.rows == [["b"]])
    #expect(found.errors == ["a.csv:2: bytes that are not UTF-8; save the file as UTF-8"])
  }

  @Test func `wants a header where one is said to be`() {
    let error = #expect(throws: CSVError.self) { try CSVReader([], path: "a.csv") }
    #expect(error?.description == "a.csv:1: no header row; the first row must name the columns")
  }

  @Test func `stays linear on a file of open quotes`() throws {
    let row = Array("\"a,\"\"b\n".utf8)
    let bytes = Array([[UInt8]](repeating: row, count: 100_001).joined())
    let found = try Self.read(bytes)
    #expect(found.errors.count + found.rows.count >= 1)
  }
}
