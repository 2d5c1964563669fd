import EventStore
import Foundation
import Records
import TestSupport
import Testing

@Suite struct `A store of an older version` {
  /// A store, and the command that runs SQL on it.
  private func make(_ backend: Backend, _ scratch: Scratch) throws -> (address: String, client: String)? {
    switch backend {
    case .memory: return nil
    case .geoPackage:
      let path = scratch.file("old.gpkg")
      return (path, "sqlite3 '\(path)'")
    case .postGIS:
      guard let server = Server.shared else { return nil }
      let address = server.database()
      return (address, "psql -qAt -v ON_ERROR_STOP=1 '\(address)' -c")
    }
  }

  /// What version 1 had not.
  private static let backToOne = """
    DROP TABLE corrections; DROP TABLE told_records; UPDATE store_facts SET value = '1' WHERE name = 'schema';
    """

  /// What a GeoPackage of version 1 had not besides.
  private static let backToOneInFile =
    "DELETE FROM gpkg_contents WHERE table_name = 'corrections'; DROP TABLE gpkg_ogr_contents;"
    + [
      "events", "event_areas", "event_lines", "control", "roads", "places", "articles", "mentions", "sources", "links",
    ].flatMap { table in ["insert", "delete"].map { "DROP TRIGGER trigger_\($0)_feature_count_\(table);" } }.joined()

  /// The tables and their columns.
  private static let tables: [Backend: String] = [
    .geoPackage:
      "SELECT type, name, sql FROM sqlite_master ORDER BY type, name; SELECT * FROM gpkg_contents ORDER BY 1",
    .postGIS: """
    SELECT table_name, ordinal_position, column_name, data_type FROM information_schema.columns
      WHERE table_schema = 'public' ORDER BY 1, 2
    """,
  ]

  @Test(arguments: [Backend.geoPackage, .postGIS]) func `it is brought up to date once, and keeps what it holds`(
    backend: Backend
  ) throws {
    let scratch = Scratch()
    guard let (address, client) = try make(backend, scratch) else { return }
    let article = Sample.article("a", [Sample.event("a1", "a"), Sample.event("a2", "a", place: 1)])
    _ = try EventArchive.open(address, creating: true).add([(article, "f")], rules: Sample.rules)
    let tables = Self.tables[backend] ?? ""
    let now = shell("\(client) \"\(tables)\"")
    let more = backend == .geoPackage ? Self.backToOneInFile : ""
    let back = shell("\(client) \"\(Self.backToOne) \(more)\"")
    guard back.status != 127 else { return print("SKIPPED: no sqlite3 or psql") }
    #expect(now.status == 0 && back.status == 0, "\(back.text)")
    #expect(shell("\(client) \"\(tables)\"").text != now.text)
    let archive = try EventArchive.open(address)
    #expect(shell("\(client) \"\(tables)\"").text == now.text)
    #expect(shell("\(client) \"SELECT value FROM store_facts WHERE name = 'schema'\"").text == "3\n")
    if backend == .geoPackage {
      let counted = "SELECT group_concat(feature_count) FROM gpkg_ogr_contents"
      #expect(shell("\(client) \"\(counted)\"").text == "2,0,0,0,0,2,1,2,2,0,0\n")
    }
    #expect(try archive.findings() == [article])
    let toll = TollChange()
    let correction = Correction(
      line: 1, event: EventAddress(id: "a1", docID: nil, quote: nil), change: .retoll(toll), author: "a", reason: "r")
    _ = try archive.correct([correction], rules: Sample.rules)
    #expect(try EventArchive.open(address).corrections().count == 1)
  }

  @Test(arguments: [Backend.geoPackage, .postGIS]) func `one of a later version is left alone`(backend: Backend) throws
  {
    let scratch = Scratch()
    guard let (address, client) = try make(backend, scratch) else { return }
    _ = try EventArchive.open(address, creating: true)
    let change = shell("\(client) \"UPDATE store_facts SET value = '99' WHERE name = 'schema'\"")
    guard change.status != 127 else { return print("SKIPPED: no sqlite3 or psql") }
    #expect(throws: StoreError.tooNew(address.components(separatedBy: "?")[0], version: 99)) {
      try EventArchive.open(address)
    }
  }
}
