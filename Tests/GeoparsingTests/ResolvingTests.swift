import Geodesy
import Geometry
import Geoparsing
import NewsText
import Records
import Testing

/// Which place a name means.
@Suite struct ResolvingTests {
  @Test func `a distance chooses between namesakes`() throws {
    let reading = try read("Jets struck the village of Kafr Amma located some 25 kilometers west of central Aleppo.")
    let village = try #require(reading.toponym("Kafr Amma"))
    #expect(village.chosen?.id == "geonames:11554439")
    #expect(village.reasons.contains { $0.hasPrefix("25 km west of Aleppo fits: 26.7 km at 257") })
    #expect(reading.toponym("Aleppo")?.chosen?.kind == .city)
  }

  @Test func `outskirts choose between namesakes`() throws {
    let reading = try read("Smoke rose over the town of Kafr Ruma on the outskirts of Maaret al-Numan.")
    #expect(reading.toponym("Kafr Ruma")?.chosen?.id == "geonames:168641")
  }

  @Test func `a place that the words refute is not taken`() throws {
    let reading = try read("A camp stands in Kafr Amma, some 20 km south of Damascus.")
    #expect(reading.toponym("Kafr Amma")?.chosen == nil)
  }

  @Test(arguments: [
    ("Shells fell across Idlib province.", PlaceKind.governorate), ("Shells fell in the city of Idlib.", .city),
    ("Villages in southern Idlib were hit.", .governorate), ("The rebel-held Idlib region shook.", .governorate),
    ("A village 15 km east of Idlib was hit.", .city), ("Shells fell in central Idlib.", .city),
  ])
  func `the words tell city from governorate`(text: String, kind: PlaceKind) throws {
    #expect(try read(text).toponym("Idlib")?.chosen?.kind == kind)
  }

  @Test(arguments: [
    ("Shells fell in Kherson overnight.", PlaceKind.city), ("Shells fell in Kherson oblast overnight.", .province),
    ("Villages in northern Kherson were hit.", .province),
  ])
  func `a town stands before the area called after it`(text: String, kind: PlaceKind) throws {
    #expect(try read(text).toponym("Kherson")?.chosen?.kind == kind)
  }

  @Test(arguments: [
    ("Storms hit Alabama, Georgia and Tennessee on Monday.", "US"),
    ("Talks were held in Armenia and in Georgia.", "GE"),
  ])
  func `a name of a country and a state is what its neighbors are`(text: String, country: String) throws {
    #expect(try read(text).toponym("Georgia")?.chosen?.country == country)
  }

  @Test func `what is told from an unsure place refutes nothing`() throws {
    let reading = try read("In Libya a plane struck a camp near Zuwara, not far from the Mellitah gas complex.")
    #expect(reading.toponym("Zuwara")?.chosen?.country == "LY")
  }

  @Test func `a likeness abroad is no place of the text`() throws {
    let reading = try read("Shells fell on Aleppo and Homs in Syria. Fighters left the village of Ghareebeh.")
    #expect(reading.toponym("Ghareebeh")?.chosen?.country != "EG")
  }

  @Test func `units called by one noun of several are the units`() throws {
    let reading = try read("Prices rose in the Moscow and Tver oblasts of Russia.")
    #expect(reading.toponym("Moscow")?.chosen?.name == "Moscow Oblast")
  }

  @Test(arguments: [
    ("Shells hit the Aleppo neighborhood of Salaheddin.", "Aleppo", "geonames:170063"),
    ("Barrel bombs fell on Damascus's Jobar district.", "Damascus", "geonames:170654"),
    ("Jets bombed an Aleppo neighborhood.", "Aleppo", "geonames:170063"),
  ])
  func `what has a quarter is the city`(text: String, name: String, id: String) throws {
    #expect(try read(text).toponym(name)?.chosen?.id == id)
  }

  @Test func `a quarter that nobody knows is somewhere in its city, not a namesake elsewhere`() throws {
    let reading = try read("Shells hit the Aleppo neighborhood of Zarqumiyah.")
    #expect(reading.toponym("Zarqumiyah")?.chosen == nil)
    #expect(reading.location("Zarqumiyah")?.place.id == "geonames:170063")
    #expect(reading.location("Zarqumiyah")?.geoPrecision == 2)
  }

  @Test func `a government that speaks is no town`() throws {
    let reading = try read("Gunmen opened fire in Anantnag, Kashmir. Islamabad denied arming them.")
    #expect(reading.toponym("Islamabad")?.chosen?.country == "PK")
  }

  @Test func `a name keeps its sense within a document`() throws {
    let reading = try read("Troops moved into Idlib province on Monday. Many people have left Idlib.")
    #expect(reading.text.toponyms.map { $0.chosen?.kind } == [.governorate, .governorate])
  }

  @Test func `the adjective of a capital tells which Tripoli`() throws {
    let reading = try read("Clashes broke out near Tripoli. Residents of the Libyan capital fled.")
    #expect(reading.toponym("Tripoli")?.chosen?.country == "LY")
  }

  @Test func `containers are linked both ways`() throws {
    let reading = try read("A shell hit Khan Tuman, Aleppo province, at noon.")
    let village = try #require(reading.toponym("Khan Tuman"))
    let container = try #require(village.container)
    #expect(reading.text.toponyms[container].chosen?.kind == .governorate)
    #expect(reading.text.toponyms[container].contents == [0])
  }

  @Test func `a restriction leaves nothing outside it`() throws {
    let reading = try Reader(restriction: "Syria").read("Talks were held in Baku while shells fell in Saraqib.")
    #expect(reading.toponym("Baku")?.chosen == nil)
    #expect(reading.toponym("Saraqib")?.chosen?.country == "SY")
  }

  @Test func `an unknown region is named in the error`() throws {
    #expect {
      _ = try Reader(bias: "Xyzland")
    } throws: {
      "\($0)"
        == "no region \"Xyzland\" in the gazetteer: give the name of a country, a governorate or a province"
    }
  }

  @Test func `each given span gives one mention with its own offsets`() throws {
    let reader = try Reader.shared.get()
    let document = reader.analyzer.analyze(
      Article(docID: "s", text: Array("Russian jets hit “Saraqib”; the U.S. protested in xqzt.".utf8)))
    let spans = [Span(0, 7), Span(18, 25), Span(32, 36), Span(50, 54)]
    let mentions = reader.geoparser.resolve(spans: spans, of: document)
    #expect(mentions.map(\.span) == spans)
    #expect(mentions.map(\.text) == ["Russian", "Saraqib", "U.S.", "xqzt"])
    #expect(mentions.map { $0.place?.country } == ["RU", "SY", "US", nil])
  }
}
