import Geodesy
import Geometry
import Geoparsing
import NewsText
import Records
import Testing

/// Where a place phrase leads.
@Suite struct LocatingTests {
  @Test func `a distance and a direction give the geodesic point`() throws {
    let place = try #require(try read("Jets bombed farmhouses some 25 km west of central Aleppo.").location("25 km"))
    #expect(abs(place.point.lat - 36.2009) < 0.001)
    #expect(abs(place.point.lon - 36.8832) < 0.001)
    #expect((place.geoPrecision, place.wherePrec) == (2, 2))
    #expect(place.radius > 5000 && place.radius < 15_000)
    #expect(place.relation == "25 km west of")
  }

  @Test func `miles are miles`() throws {
    let reading = try read("They met 10 miles east of Damascus.")
    let place = try #require(reading.location("10 miles"))
    let seat = try #require(reading.toponym("Damascus")?.chosen?.point)
    #expect(abs(Ellipsoid.distance(seat, place.point).kilometers - 16.09344) < 0.001)
  }

  @Test func `halfway is the middle`() throws {
    let reading = try read("A convoy was shelled halfway between Saraqib and Ariha.")
    let place = try #require(reading.location("halfway"))
    let ends = try ["Saraqib", "Ariha"].map { try #require(reading.toponym($0)?.chosen?.point) }
    let legs = ends.map { Ellipsoid.distance($0, place.point).rawValue }
    #expect(abs(legs[0] - legs[1]) < 1)
  }

  @Test(arguments: [
    ("Troops seized villages in the west of Aleppo province.", "Aleppo", AreaRequest.Shape.part(.west)),
    (
      "Troops seized villages in the western countryside of Syria’s northwestern Aleppo province.", "Aleppo",
      .part(.west)
    ),
    ("Missiles fell west of the capital near Damascus.", "west of the capital", .sector(.west, meters: 10_000)),
    ("Areas adjacent to the M5 from the west in Aleppo province are held.", "M5", .roadside(.west)),
    ("Shells fell just east of the M5.", "M5", .roadside(.east)),
    ("Shells fell across Idlib province.", "Idlib", .whole),
  ])
  func `areas are asked for, not invented`(text: String, words: String, shape: AreaRequest.Shape) throws {
    #expect(try read(text).area(words)?.shape == shape)
  }

  @Test func `a side of a road is bounded by the governorate that the text names`() throws {
    let area = try read("Areas adjacent to the M5 from the west in Aleppo province are held.").area("M5")
    #expect(area?.within?.name == "Aleppo")
    #expect(area?.within?.kind == .governorate)
  }

  @Test func `an unknown village lies where the text says`() throws {
    let reading = try read("A shell hit the village of Kafr Qantara, 6 km south of Saraqib.")
    #expect(reading.toponym("Kafr Qantara")?.chosen == nil)
    let place = try #require(reading.location("Kafr Qantara"))
    let anchor = try #require(reading.toponym("Saraqib")?.chosen?.point)
    #expect(abs(Ellipsoid.distance(anchor, place.point).kilometers - 6) < 0.001)
    #expect(place.basis == .relative)
  }

  @Test(arguments: [
    ("Shells hit Saraqib. Fighting went on north of the town.", "the town", "Saraqib"),
    ("The war goes on in Syria. Jets struck the Syrian capital.", "the Syrian capital", "Damascus"),
    ("Shells fell in Idlib province. Many left the province.", "the province", "Idlib"),
    ("People fled Saraqib. Civilians there went hungry.", "there", "Saraqib"),
  ])
  func `descriptions stand for places of the text`(text: String, words: String, name: String) throws {
    let reading = try read(text)
    let found = reading.text.definitePlaces.first { reading.document.string(tokens: $0.tokens) == words }
    #expect(found?.place?.name == name)
  }

  @Test func `the governing preposition is told`() throws {
    let reading = try read("Missiles were fired from the Israeli Golan Heights.")
    let phrase = try #require(reading.phrase("Golan Heights"))
    let token = try #require(phrase.preposition)
    #expect(reading.document.string(tokens: token..<token + 1) == "from")
  }
}
