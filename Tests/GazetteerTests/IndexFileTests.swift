import Formats
import Gazetteer
import Records
import Geometry
import Testing

@Suite struct `An index file` {
  func refusal(_ bytes: [UInt8]) throws -> String? {
    try TemporaryFile.with(bytes) { path in
      do {
        _ = try PlaceIndex(paths: [path])
        return nil
      } catch let error as GazetteerError {
        return String(error.description.dropFirst(path.count))
      }
    }
  }

  func changed(_ offset: Int, to byte: UInt8) throws -> [UInt8] {
    var bytes = try Fixture.compiler().bytes()
    bytes[offset] = byte
    return bytes
  }

  @Test func `the same tables give the same bytes`() throws {
    #expect(try Fixture.compiler().bytes() == Fixture.compiler().bytes())
    #expect(try SHA256.hexDigest(of: Fixture.compiler().bytes()) == SHA256.hexDigest(of: Fixture.compiler().bytes()))
  }

  @Test func `other tables give another hash`() throws {
    let one = try Fixture.index()
    let other = try Fixture.index(Fixture.files(places: Fixture.places + Fixture.row("x", "town", "A", "36", "37")))
    #expect(one.contentHash.count == 64)
    #expect(one.contentHash != other.contentHash)
  }

  @Test func `it tells what it holds`() throws {
    let info = try #require(try Fixture.index().info.first)
    #expect(info.places == 14)
    #expect(info.names > 20)
    #expect(info.spellings == ["arabic-latin", "general", "tr", "uk"])
  }

  @Test func `a file of another kind is refused with the cure`() throws {
    #expect(try refusal(Array("not an index".utf8)) == ": not a gazetteer index: run `eventmapper gazetteer build`")
    #expect(try refusal([]) == ": not a gazetteer index: run `eventmapper gazetteer build`")
  }

  @Test func `another version is refused`() throws {
    #expect(
      try refusal(changed(8, to: 99))
        == ": a gazetteer index of version 99, this program reads version 5: run `eventmapper gazetteer build`")
  }

  @Test func `a file cut short is refused at any length`() throws {
    let bytes = try Fixture.compiler().bytes()
    let cut = bytes.count - 7
    #expect(
      try refusal(Array(bytes[..<cut]))
        == ": cut short or grown, \(cut) bytes of \(bytes.count): run `eventmapper gazetteer build`")
    for length in [9, 100, 511, 512, 513, bytes.count / 2] {
      #expect(try refusal(Array(bytes[..<length])) != nil)
    }
  }

  @Test func `a damaged header is refused`() throws {
    for offset in [12, 24, 40, 64, 72, 200] {
      let sentence = try refusal(changed(offset, to: 0xEE))
      #expect(sentence == ": its header is damaged: run `eventmapper gazetteer build`")
    }
  }

  @Test func `a damaged body opens, is known by verify, and never ends the process`() throws {
    let bytes = try Fixture.compiler().bytes()
    var seed: UInt64 = 11
    var opened = 0
    for _ in 0..<60 {
      var damaged = bytes
      for _ in 0..<1 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[512 + Int(seed >> 33) % (bytes.count - 512)] = UInt8(truncatingIfNeeded: seed >> 20)
      }
      try TemporaryFile.with(damaged) { path in
        let index: PlaceIndex
        do throws(GazetteerError) { index = try PlaceIndex(paths: [path]) } catch {
          let cure = "its spelling rules are damaged: run `eventmapper gazetteer build`"
          #expect(error.description == "\(path): \(cure)")
          return
        }
        #expect(throws: GazetteerError.self) { try index.verify() }
        opened += 1
        for name in ["Aleppo", "an-Nayrab", "Idleb", "حلب", "M5", "US"] {
          for match in index.lookUp(name) { _ = index.place(at: match.ref) }
          _ = index.resolve(ResolveQuery(name, inRegion: "Idlib"))
          _ = Fixture.matches(index, name)
          _ = index.similarNames(name)
        }
        _ = index.roads
        _ = index.units(at: .init(lon: 36.7, lat: 35.7))
        _ = index.boundary(of: "Idlib")
        _ = index.nearest(to: .init(lon: 37, lat: 36))
        _ = index.place(id: "t:1")
      }
    }
    #expect(opened > 10)
  }

  @Test func `a later file replaces places with the same id and adds its own`() throws {
    let other =
      Fixture.row("t:3", "town", "Nairab", "36.2", "37.2", admin1: "Aleppo")
      + Fixture.row("u:1", "village", "Bisqalah", "36", "37")
    let bytes = try Fixture.compiler(Fixture.files(places: other)).bytes()
    let index = try TemporaryFile.withFolder(["1": Fixture.compiler().bytes(), "2": bytes]) { folder in
      try PlaceIndex(paths: [folder + "/1", folder + "/2"])
    }
    #expect(index.place(id: "t:3")?.name == "Nairab")
    #expect(index.place(id: "t:1")?.name == "Aleppo")
    #expect(index.place(id: "u:1")?.name == "Bisqalah")
    #expect(index.lookUp("Nayrab").map { index.place(at: $0.ref).id } == ["t:3", "t:4"])
    #expect(index.lookUp("Nayrab").first?.written == "Nairab")
    #expect(index.roads.count == 1)
    #expect(index.contentHash.count == 64 * 2 + 1)
    #expect(index.nearest(to: .init(lon: 37.2, lat: 36.2), kinds: [.village, .town])?.place.name == "Nairab")
  }

  @Test func `a file that is not there is said to be so`() {
    #expect(throws: GazetteerError.file(FileError(.read, path: "/nowhere/x.index", code: 2))) {
      try PlaceIndex(paths: ["/nowhere/x.index"])
    }
  }
}
