import Gazetteer
import Geodesy
import Records
import Testing

@Suite struct `The committed tables` {
  let index: PlaceIndex

  init() throws { index = try Committed.index.get() }

  @Test func `have no fault`() {
    #expect(Committed.compiler.faults.map(\.description) == [])
    #expect(index.count == Committed.compiler.placeCount)
  }

  @Test(arguments: [
    ("Kafr Amma", "geonames:11554439"), ("كفر عمة", "geonames:11554439"), ("Kafr Ruma", "geonames:168641"),
    ("Maaret al-Numan", "geonames:167611"), ("Maarat al-Numan", "geonames:167611"),
    ("Ma'arrat an-Nu'man", "geonames:167611"), ("Maaret el Nouman", "geonames:167611"),
    ("معرة النعمان", "geonames:167611"),
  ])
  func `find the seeds' places first`(name: String, id: String) throws {
    #expect(index.lookUp(name).first.map { index.place(at: $0.ref).id } == id)
    #expect(index.resolve(ResolveQuery(name)).first?.place.id == id)
  }

  @Test(arguments: [("Tell Rifaat", "Tal Rifaat"), ("Khan al-Asal", "Khan al-Assal"), ("Halep", "Aleppo")])
  func `find a place under either of two spellings`(one: String, other: String) throws {
    let first = try #require(index.resolve(ResolveQuery(one)).first?.place)
    let second = try #require(index.resolve(ResolveQuery(other)).first?.place)
    #expect(first.id == second.id)
    #expect(first.country == "SY")
  }

  @Test func `find the Nayrab near Saraqib and the one near Aleppo`() throws {
    for (seat, governorate) in [("Saraqib", "Idlib"), ("Aleppo", "Aleppo")] {
      let near = try #require(index.resolve(ResolveQuery(seat)).first?.place.point)
      let found = try #require(index.resolve(ResolveQuery("Nayrab", near: near)).first?.place)
      #expect(found.admin1 == governorate)
      #expect(found.point.map { Ellipsoid.distance($0, near).kilometers < 20 } == true)
    }
  }

  @Test func `put every Syrian settlement into the governorate that its row names`() {
    var wrong: [String] = []
    let places = index.refs.map { index.place(at: $0) }.filter { $0.country == "SY" && $0.kind.isSettlement }
    for place in places {
      guard let point = place.point, let named = place.admin1 else { continue }
      let found = index.units(at: point).admin1
      if found != named { wrong.append("\(place.name): row \(named), polygon \(found ?? "none")") }
    }
    print("\(wrong.count) of \(places.count) Syrian settlements lie outside of their governorate's polygon")
    for line in wrong.prefix(12) { print("  \(line)") }
    #expect(places.count > 300)
    #expect(wrong.count * 50 < places.count)
  }
}
