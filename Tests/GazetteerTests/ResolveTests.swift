import Gazetteer
import Geometry
import Records
import Testing

@Suite struct `Resolving a name` {
  let index: PlaceIndex

  init() throws { index = try Fixture.index() }

  func ids(_ query: ResolveQuery) -> [String] { index.resolve(query).map(\.place.id) }

  @Test func `all namesakes are given, the exact spelling first`() {
    #expect(ids(ResolveQuery("an-Nayrab")) == ["t:4", "t:3"])
    #expect(ids(ResolveQuery("Nayrab")) == ["t:3", "t:4"])
  }

  @Test func `of two variants the nearer comes first`() {
    #expect(ids(ResolveQuery("Neirab", near: Coordinate(lon: 36.8, lat: 35.86))).first == "t:4")
    #expect(ids(ResolveQuery("Neirab", near: Coordinate(lon: 37.16, lat: 36.2))).first == "t:3")
  }

  @Test(arguments: ["Idlib", "idleb", "إدلب", "Idlib "])
  func `a region is a row's unit in any spelling`(region: String) {
    #expect(ids(ResolveQuery("Nayrab", inRegion: region)) == ["t:4"])
  }

  @Test func `a country is a region too, and an unknown region holds nothing`() {
    #expect(ids(ResolveQuery("Nayrab", inRegion: "Syria")) == ["t:3", "t:4"])
    #expect(ids(ResolveQuery("Nayrab", inRegion: "United States")) == [])
    #expect(ids(ResolveQuery("Nayrab", inRegion: "Atlantis")) == [])
  }

  @Test(arguments: ["Idlib", "idleb", "Syria", "Texas"])
  func `a unit is known, be it by a row that names it`(region: String) { #expect(index.knowsRegion(region)) }

  @Test(arguments: ["Atlantis", "Nayrab", ""])
  func `what is no unit is not known as one`(region: String) { #expect(!index.knowsRegion(region)) }

  @Test func `who reads the list is given what keys do not find`() throws {
    let war = Fixture.row("t:1", "village", "al-Wa'r", "34.73", "36.67", admin1: "Homs")
    let index = try Fixture.index(Fixture.files(places: war))
    #expect(index.resolve(ResolveQuery("El Ouahar")).isEmpty)
    let found = index.resolve(ResolveQuery("El Ouahar", isThorough: true))
    #expect(found.map(\.place.id) == ["t:1"])
    #expect(index.resolve(ResolveQuery("Xqwzzk", isThorough: true)).isEmpty)
  }

  @Test func `a look-up leaves nothing behind for the next`() throws {
    let long = String(repeating: "a b ", count: 200)
    let names = ["Neirab", "Halap", "حلاب", "Tel Rifat Fawqani", "x", long, "El Passo", "Rifaat", "al Atarib"]
    for name in names + names.reversed() {
      let fresh = try Fixture.index()
      let query = ResolveQuery(name, isThorough: true)
      #expect(index.lookUp(name) == fresh.lookUp(name), "\(name)")
      #expect(index.resolve(query) == fresh.resolve(query), "\(name)")
    }
  }

  @Test func `look-ups at the same time do not disturb each other`() async {
    let names = ["Neirab", "Halap", "Tel Rifat", "El Passo", "al Atarib", "Maarat Numan"]
    let alone = names.map { index.lookUp($0) }
    await withTaskGroup(of: [[NameMatch]].self) { group in
      for _ in 0..<8 { group.addTask { [index] in names.map { index.lookUp($0) } } }
      for await found in group { #expect(found == alone) }
    }
  }

  @Test func `reasons say what was weighed`() throws {
    let exact = try #require(index.resolve(ResolveQuery("Aleppo")).first)
    #expect(exact.reasons == ["the name as written", "city, population 2098210"])
    #expect(exact.score > 0.9 && exact.score <= 1)
    let near = Coordinate(lon: 37.22, lat: 36.177)
    let variant = try #require(index.resolve(ResolveQuery("al-Nairab", near: near, inRegion: "Aleppo")).first)
    #expect(
      variant.reasons == [
        "article on one side", "vowels ai/ei/ay", "0 km away", "in Aleppo", "village, population 5000",
      ])
  }

  @Test func `a limit holds and nothing gives nothing`() {
    #expect(index.resolve(ResolveQuery("Nayrab", limit: 1)).count == 1)
    #expect(index.resolve(ResolveQuery("")).isEmpty)
    #expect(index.resolve(ResolveQuery("Xqwzzk")).isEmpty)
    #expect(index.resolve(ResolveQuery(String(repeating: "a b ", count: 5000))).isEmpty)
    #expect(index.resolve(ResolveQuery("Nayrab", near: Coordinate(lon: .nan, lat: 900))).count == 2)
  }

  @Test func `similar names and prefixes help where nothing is found`() {
    #expect(index.similarNames("Aleppoo").first == "Aleppo")
    #expect(index.names(withPrefix: "maar").map(\.written) == ["Maarat al-Numan"])
    #expect(index.names(withPrefix: "us").map(\.written) == ["US", "USA"])
    #expect(index.names(withPrefix: "").isEmpty)
  }
}

@Suite struct `Spellings of one name` {
  /// Spelling and name, and what the difference is said to be.
  @Test(arguments: [
    ("Kafar Tah", "Kafr Tah", "Kafr/Kafar/Kefr"), ("Tal Rifat", "Tell Rifat", "Tell/Tal"),
    ("Dayr Sunbul", "Deir Sunbul", "Deir/Dayr"), ("Jebel Zain", "Jabal Zain", "Jabal/Jebel"),
    ("Cheikh Barakat", "Shaykh Barakat", "Sheikh/Shaykh"), ("Atarebb", "Atareb", "doubled b"),
    ("Kanjo", "Qanjo", "q/k"), ("Khalfaya", "Halfaya", "kh/h"), ("Gharbo", "Rharbo", "gh/g"),
    ("Hama", "Hamah", "ta marbuta -a/-ah/-eh/-et"), ("Ballouta", "Balluta", "vowels o/u/ou/w"),
    ("Jisrin", "Djisrin", "j/dj/g"), ("Chahba", "Shahba", "sh/ch"), ("Dhahabo", "Dahabo", "dh/z/d"),
    ("Farhieh", "Farhiyah", "ending -iyah/-iyeh/-ya"), ("Beit Jann", "Bayt Jann", "vowels ai/ei/ay"),
    ("Naqqarine", "Naqqarin", "silent final e"), ("Kafrzita", "Kafr Zita", "words together or apart"),
  ])
  func `find each other at a small price and say why`(spelling: String, name: String, reason: String) throws {
    let files = Fixture.files(places: Fixture.row("x", "village", name, "36", "37"))
    let match = try #require(try Fixture.index(files).lookUp(spelling).first)
    #expect(match.cost > 0 && match.cost <= 0.15)
    #expect(match.reasons == [reason])
    #expect(match.written == name)
  }

  @Test(arguments: [("كفر عمه", "كفر عمة"), ("اتارب", "الأتارب"), ("مَعَرَّة النعمان", "معرة النعمان"), ("ادلب", "إدلب")])
  func `in Arabic script too`(spelling: String, name: String) throws {
    let files = Fixture.files(places: Fixture.row("x", "village", "A", arabic: name, "36", "37"))
    let match = try #require(try Fixture.index(files).lookUp(spelling).first)
    #expect(match.cost <= 0.05)
    #expect(match.nameKind == .arabic)
  }

  @Test func `a word more or less is found, but not by a bare hill or house`() throws {
    let places =
      Fixture.row("a", "village", "Shimak Fawqani", "36", "37")
      + Fixture.row("b", "village", "Tall Khinzir", "36.1", "37")
    let index = try Fixture.index(Fixture.files(places: places))
    #expect(index.lookUp("Shimak").first?.reasons == ["\"fawqani\" on one side"])
    #expect(index.lookUp("Tall Khinzir Firkah").first?.reasons == ["\"firkah\" on one side"])
    #expect(index.lookUp("Tall").isEmpty)
  }
}
