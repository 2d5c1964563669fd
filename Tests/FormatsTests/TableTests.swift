import Formats
import Testing

@Suite struct `A table` {
  static let text = """
    # source: GeoNames; licence: CC BY 4.0
    #second

    id\tname\tother_names\tlat\tpopulation
    # a comment between rows
    1\tSaraqib\tSaraqeb| Sarāqib ||\t35.8625\t32495
    2\tإدلب\t\t\t

    """

  static func table(_ text: String) throws -> Table { try Table(Array(text.utf8), file: "p.tsv") }

  @Test func `gives its cells by the columns' names`() throws {
    let table = try Self.table(Self.text)
    #expect(table.columns == ["id", "name", "other_names", "lat", "population"])
    #expect(table.comments == ["source: GeoNames; licence: CC BY 4.0", "second"])
    #expect(table.rows.map(\.line) == [6, 7])
    let one = table.rows[0]
    #expect(one["name"] == "Saraqib")
    #expect(one.list("other_names") == ["Saraqeb", "Sarāqib"])
    #expect(try one.double("lat") == 35.8625)
    #expect(try one.int("population") == 32495)
    #expect(try one.text("id") == "1")
    #expect(one["nothing"] == nil)
    let two = table.rows[1]
    #expect(two["name"] == "إدلب")
    #expect(two["other_names"] == nil)
    #expect(two.list("other_names") == [])
    #expect(try two.double("lat") == nil)
    #expect(try two.int("population") == nil)
  }

  @Test func `with a byte order mark and CRLF is the same`() throws {
    let table = try Self.table("\u{FEFF}id\tname\r\n1\tx\r\n")
    #expect(table.columns == ["id", "name"])
    #expect(table.rows[0]["name"] == "x")
  }

  @Test(arguments: [
    ("", "p.tsv:1: no header row; the first line that does not begin with # names the columns, parted by tabs"),
    ("# only\n", "p.tsv:1: no header row; the first line that does not begin with # names the columns, parted by tabs"),
    ("a\t\tb\n", "p.tsv:1: column 2 of the header has no name of its own; give each column another name"),
    ("#\na\tb\ta\n", "p.tsv:2: column 3 of the header has no name of its own; give each column another name"),
    ("a\tb\n1\t2\n3\n", "p.tsv:3: 1 cells where the header has 2; part the cells by single tabs, empty ones too"),
    ("a\tb\n1\t2\t3\n", "p.tsv:2: 3 cells where the header has 2; part the cells by single tabs, empty ones too"),
  ]) func `that is broken is told by line and cure`(text: String, wanted: String) {
    let error = #expect(throws: TableError.self) { try Self.table(text) }
    #expect(error?.description == wanted)
  }

  @Test func `of bytes that are not UTF-8 is refused by line`() {
    let error = #expect(throws: TableError.self) { try Table(Array("a\n1\n".utf8) + [0xE9, 0x0A], file: "p.tsv") }
    #expect(error?.description == "p.tsv:3: bytes that are not UTF-8; save the file as UTF-8")
  }

  /// The sentence of the error that the body throws.
  static func sentence(_ body: () throws -> Void) -> String? {
    #expect(throws: TableError.self) { try body() }?.description
  }

  @Test func `tells what a cell lacks`() throws {
    let table = try Self.table("# x\nid\tlat\n\tnorth\n\t1e999\n")
    let row = table.rows[0]
    #expect(Self.sentence { _ = try row.text("id") } == "p.tsv:3: id is empty; fill it in")
    #expect(Self.sentence { _ = try row.text("lon") } == "p.tsv:2: no column lon; add it to the header row")
    #expect(Self.sentence { _ = try row.double("lat") } == "p.tsv:3: lat is not a number; correct the cell")
    #expect(Self.sentence { _ = try table.rows[1].double("lat") } == "p.tsv:4: lat is not a number; correct the cell")
    #expect(Self.sentence { _ = try row.int("lat") } == "p.tsv:3: lat is not a whole number; correct the cell")
    #expect(Self.sentence { try table.require("id", "lon") } == "p.tsv:2: no column lon; add it to the header row")
    try table.require("id", "lat")
    let error = row.error(.invalid(column: "lat", wanted: "a latitude"))
    #expect(error.description == "p.tsv:3: lat is not a latitude; correct the cell")
  }
}
