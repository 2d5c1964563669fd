import Gazetteer
import Records
import Testing

@Suite struct `Names in running text` {
  let index: PlaceIndex

  init() throws { index = try Fixture.index() }

  func ids(_ matches: [NameMatch]) -> [String] { matches.map { index.place(at: $0.ref).id } }

  @Test func `a name as the table writes it costs nothing`() {
    let found = Fixture.matches(index, "Maarat", "al-Numan")
    #expect(ids(found) == ["t:5"])
    #expect(found.first?.cost == 0)
    #expect(found.first?.written == "Maarat al-Numan")
    #expect(found.first?.nameKind == .primary)
    #expect(found.first?.reasons == [])
  }

  @Test func `a token with a hyphen and its two halves are the same`() {
    #expect(Fixture.matches(index, "Maarat", "al", "Numan") == Fixture.matches(index, "Maarat", "al-Numan"))
  }

  @Test(arguments: [["al-Atarib"], ["Atarib"], ["El", "Atarib"], ["Al-Atareb"], ["الأتارب"], ["أتارب"], ["اتارب"]])
  func `the article may be absent or differ`(words: [String]) throws {
    var state = index.start()
    for word in words { state = try #require(index.step(state, word)) }
    #expect(ids(index.matches(state)) == ["t:2"])
  }

  @Test func `namesakes with and without the article are both given, the exact one first`() {
    #expect(ids(Fixture.matches(index, "an-Nayrab")) == ["t:4", "t:3"])
    #expect(ids(Fixture.matches(index, "al-Nayrab")) == ["t:4", "t:3"])
    #expect(ids(Fixture.matches(index, "Nayrab")) == ["t:3", "t:4"])
    #expect(Fixture.matches(index, "Nayrab").map(\.reasons) == [[], ["article on one side"]])
  }

  @Test func `an article fits only its letters`() {
    #expect(Fixture.matches(index, "at-Nayrab").isEmpty)
  }

  @Test func `English words that look like articles begin no name`() {
    #expect(Fixture.matches(index, "at", "Tell", "Rifaat").isEmpty)
    #expect(ids(Fixture.matches(index, "at-Tell", "Rifaat")) == ["t:13"])
    #expect(ids(Fixture.matches(index, "At", "Tell", "Rifaat")) == ["t:13"])
    #expect(Fixture.matches(index, "as", "Syria").isEmpty)
  }

  @Test func `a name stops where no name goes on`() {
    #expect(index.step(index.start(), "with") == nil)
    let maarat = index.step(index.start(), "Maarat")
    #expect(maarat != nil)
    #expect(maarat.flatMap { index.step($0, "and") } == nil)
    #expect(maarat.map { index.matches($0) } == [])
  }

  @Test func `a demonym is found as such and only as written`() {
    #expect(Fixture.matches(index, "Syrian").map(\.nameKind) == [.demonym])
    #expect(Fixture.matches(index, "Syriann").isEmpty)
  }

  @Test func `an abbreviation says that it is one`() {
    let found = Fixture.matches(index, "us")
    #expect(found.map(\.written) == ["US"])
    #expect(found.map(\.isAbbreviation) == [true])
    #expect(Fixture.matches(index, "Syria").map(\.isAbbreviation) == [false])
  }

  @Test func `names outside the Arab countries are found only as written`() {
    #expect(ids(Fixture.matches(index, "El", "Paso")) == ["t:9"])
    #expect(Fixture.matches(index, "Paso").isEmpty)
  }

  @Test func `a road is found by its names`() {
    #expect(ids(Fixture.matches(index, "M5", "highway")) == ["road:m5"])
    #expect(index.place(id: "road:m5")?.point == nil)
    #expect(index.place(id: "road:m5")?.kind == .road)
  }

  @Test func `an empty word goes nowhere`() {
    #expect(index.step(index.start(), "") == nil)
    #expect(index.step(index.start(), "--") == nil)
  }
}
