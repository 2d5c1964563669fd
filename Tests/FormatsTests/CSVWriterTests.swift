import TestSupport
import Formats
import Testing

@Suite struct `The CSV writer` {
  static func written(_ rows: [[String?]], guardFormulas: Bool = true) -> String {
    var writer = CSVWriter(guardFormulas: guardFormulas)
    for row in rows { writer.row(row) }
    return writer.bytes.text
  }

  @Test func `quotes what RFC 4180 wants quoted and nothing else`() {
    let row: [String?] = ["a", "b,c", "d\"e", "f\ng", nil, "", "إدلب", " h"]
    #expect(Self.written([row]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",,,إدلب, h\r\n")
  }

  @Test func `keeps a row of one empty cell from being an empty line`() {
    #expect(Self.written([[nil], [""]]) == "\"\"\r\n\"\"\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+cmd|x", "'+cmd|x"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("\u{FF1D}1", "'\u{FF1D}1"), ("-", "'-"), ("+963 11", "'+963 11"),
    ("=\"a\"", "\"'=\"\"a\"\"\""), ("-5", "-5"), ("-12.75", "-12.75"), ("+5", "+5"), ("-1e-7", "-1e-7"), ("a=b", "a=b"),
    ("- Idlib", "'- Idlib"), ("x", "x"), ("-05", "'-05"),
  ]) func `guards against formulas and leaves numbers`(cell: String, wanted: String) {
    #expect(Self.written([[cell]]) == wanted + "\r\n")
  }

  @Test func `leaves formulas alone when told so`() {
    #expect(Self.written([["=1+1"]], guardFormulas: false) == "=1+1\r\n")
  }

  @Test func `begins with a byte order mark when told so, and gives its bytes away in pieces`() {
    var writer = CSVWriter(delimiter: .semicolon, byteOrderMark: true)
    writer.row(["a,b", "c;d"])
    #expect(writer.drain() == [0xEF, 0xBB, 0xBF] + Array("a,b;\"c;d\"\r\n".utf8))
    writer.row(["e"])
    #expect(writer.drain().text == "e\r\n")
  }

  static func table(seed: UInt64) -> [[String]] {
    var random = Random(seed: seed)
    return (0..<400).map { _ in (0..<1 + random.below(5)).map { _ in random.text() } }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func `goes round through the reader`(seed: UInt64) throws {
    let rows = Self.table(seed: seed)
    let bytes = Array(Self.written(rows, guardFormulas: false).utf8)
    // A byte order mark at the very start would be one.
    let found = try `The CSV reader`.read(Array("x\r\n".utf8) + bytes)
    #expect(found.rows == [["x"]] + rows)
    #expect(found.errors == [])
  }

  @Test func `is read by Python as it was meant, and its rows are read here`() throws {
    let rows = Self.table(seed: 4180).map { $0.map { $0.filter { $0 != "\0" } } }
    let script = """
      import csv, io, json, sys
      rows = list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode('utf-8'), newline='')))
      out = io.StringIO(newline='')
      csv.writer(out).writerows(rows)
      json.dump([rows, out.getvalue()], sys.stdout)
      """
    guard let output = try Python.run(script, input: Array(Self.written(rows, guardFormulas: false).utf8)) else {
      return
    }
    let theirs = try JSONValue.parse(output).arrayValue ?? []
    #expect(theirs[0] == .array(rows.map { .array($0.map(JSONValue.string)) }))
    let text = try #require(theirs[1].stringValue)
    #expect(try `The CSV reader`.read(Array("x\r\n".utf8) + Array(text.utf8)).rows == [["x"]] + rows)
  }
}
