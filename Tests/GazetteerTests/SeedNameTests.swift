import Gazetteer
import Records
import Testing

@Suite struct `The committed tables` {
  @Test(arguments: [
    ("Kafr Amma", "geonames:11554439"), ("كفر عمة", "geonames:11554439"), ("Kafr Ruma", "geonames:168641"),
    ("Maaret al-Numan", "geonames:167611"), ("Maarat al-Numan", "geonames:167611"),
    ("Ma'arrat an-Nu'man", "geonames:167611"),
  ])
  func `find the seeds' names`(name: String, id: String) throws {
    let index = try #require(try Committed.index())
    let found = index.lookUp(name)
    for match in found.prefix(4) { print(name, "->", index.place(at: match.ref).id, match) }
    #expect(found.first.map { index.place(at: $0.ref).id } == id)
  }
}
