import Formats
import Geometry
import Records
import Testing

@testable import Gazetteer

/// Importing other people's tables.
@Suite struct `Importing tables` {
  /// Imports files of these names; gives the index (nil when nothing could be taken in), the faults and the progress.
  private func outcome(
    _ files: [String: [UInt8]]
  ) throws -> (index: PlaceIndex?, faults: [String], progress: GazetteerImporter.Progress) {
    let known = try Fixture.index()
    return try TemporaryFile.withFolder(files.merging(["out.index": []]) { own, _ in own }) { folder in
      var faults: [String] = []
      let importer = GazetteerImporter(known: known, folder: folder) {
        faults.append($0.description.replacing(folder + "/", with: ""))
      }
      importer.read(files.keys.sorted().map { folder + "/" + $0 })
      let progress = importer.progress
      guard progress.places > 0 else { return (nil, faults, progress) }
      try importer.write(to: folder + "/out.index")
      return (try PlaceIndex(paths: [folder + "/out.index"]), faults, progress)
    }
  }

  private static let header = "id,name,alternate_names,arabic_name,lat,lon,kind,population,admin1\n"

  @Test func `a user's table gives places with their names, kinds and units`() throws {
    let text = Self.header + "v:1,Kafr Test,Kefr Test|Kfar Tst,كفر تست,35.7,36.7,village,1200,Idlib\n"
    let (index, faults, _) = try outcome(["places.csv": Array(text.utf8)])
    #expect(faults == [])
    let place = try #require(index?.place(id: "v:1"))
    #expect(place.name == "Kafr Test" && place.kind == .village && place.population == 1200)
    #expect(place.admin1 == "Idlib" && place.country == "SY" && place.arabicName == "كفر تست")
    for name in ["kafr test", "Kfar Tst", "كفر تست"] { #expect(index?.lookUp(name).first?.cost == 0) }
  }

  @Test func `what is missing is no fault, and marks of direction are removed`() throws {
    let text =
      Self.header + ",\u{200F}Noid\u{202C},,,35.71,36.71,spaceport,0,\n,Noid,,,35.71,36.71,,,\n"
      + "x,\"Far, far\",,,-10,-170,,,\n"
    let (index, faults, progress) = try outcome(["places.csv": Array(text.utf8)])
    #expect(faults == [])
    #expect(progress.places == 2 && progress.repeated == 1)
    let place = try #require(index?.lookUp("noid").first.flatMap { index?.place(at: $0.ref) })
    #expect(place.name == "Noid" && place.kind == .other && place.population == nil)
    #expect(place.id == ImportedPlaces.id(name: "Noid", Coordinate(lon: 36.71, lat: 35.71)))
    #expect(index?.place(id: "x")?.country == nil)
  }

  @Test func `faults name their line, and the rest is taken in`() throws {
    let text =
      Self.header + "a,A,,,35,36,,,\na,A again,,,35,36.5,,,\nb,B,,,95,36,,,\nc,C,,,35,-181,,,\nd,D,,,x,36,,,\n"
      + "e,,,,35,36,,,\nf,F,35\ng,\"G,,,35,36,,,\nh,H,,,35,36,,many,\ni,I,,,35,36,town,5,\n"
    let (index, faults, progress) = try outcome(["t.csv": Array(text.utf8)])
    #expect(
      faults == [
        "t.csv:3: id a has another coordinate in an earlier row; keep one of them or give each an id",
        "t.csv:4: lat is not a latitude from -90 to 90; correct the cell",
        "t.csv:5: lon is not a longitude from -180 to 180; correct the cell",
        "t.csv:6: lat is not a number; correct the cell", "t.csv:7: name is empty; fill it in",
        "t.csv:8: 3 cells where the header has 9; put cells that hold the delimiter in double quotes",
        "t.csv:9: a quoted cell does not end; close it with a double quote",
        "t.csv:10: population is not a whole number; correct the cell or leave it empty",
      ])
    #expect(progress.places == 2 && index?.place(id: "i")?.kind == .town)
  }

  @Test(arguments: ["", "x", "name,lat\nA,1\n", "\u{FEFF}", "{\"type\":", "PK\u{3}\u{4}broken"])
  func `a file that holds nothing is one fault`(content: String) throws {
    let (index, faults, progress) = try outcome(["t.csv": Array(content.utf8)])
    #expect(index == nil)
    #expect(faults.count == 1 && progress.faults == 1, "\(faults)")
    #expect(faults.first?.hasPrefix("t.csv") == true)
  }

  @Test func `tabs, comments and the columns of GeoNames are understood`() throws {
    let text =
      "# a comment\n# another\ngeonameid\tname\talternatenames\tlatitude\tlongitude\tfeature_code\n"
      + "7\tSeat\tSit|Set\t35.2\t36.2\tPPLA3\nbad\n"
    let (index, faults, _) = try outcome(["t.tsv": Array(text.utf8)])
    #expect(faults.count == 1 && faults[0].hasPrefix("t.tsv:5: "), "\(faults)")
    #expect(index?.place(id: "geonames:7")?.kind == .town)
    #expect(index?.lookUp("sit").count == 1)
  }

  // MARK: GeoNames

  private static func row(
    _ id: Int, _ name: String, _ code: String, lat: String = "35.5", lon: String = "36.5", names: String = "",
    admin1: String = "12", population: Int = 0
  ) -> String {
    let kind = code.hasPrefix("ADM") ? "A" : "P"
    return "\(id)\t\(name)\t\(name)\t\(names)\t\(lat)\t\(lon)\t\(kind)\t\(code)\tIQ\t\t\(admin1)\t\t\t\t\(population)"
      + "\t\t1\tAsia/Baghdad\t2020-01-01\n"
  }

  @Test func `a dump takes its units from its own rows and its names from alternateNames`() throws {
    let dump =
      Self.row(1, "Sinjar", "PPL", names: "Shingal,sanjar,SNJ", population: 88_023)
      + Self.row(2, "Nineveh", "ADM1") + Self.row(3, "Broken", "PPL", lat: "91") + "4\tshort\n"
    let names =
      "10\t1\tar\tسنجار\t1\t\t\t\t\t\n11\t1\tlink\thttps://example.org\t\t\t\t\t\t\n12\t1\tku\tŞengal\t\t\t\t\t\t\nx\n"
    let (index, faults, _) = try outcome(["IQ.txt": Array(dump.utf8), "alternateNamesV2.txt": Array(names.utf8)])
    #expect(faults.map { $0.prefix { $0 != " " } } == ["alternateNamesV2.txt:4:", "IQ.txt:3:", "IQ.txt:4:"])
    let place = try #require(index?.place(id: "geonames:1"))
    #expect(place.kind == .city && place.admin1 == "Nineveh" && place.arabicName == "سنجار")
    #expect(index?.place(id: "geonames:2")?.kind == .province)
    for name in ["Shingal", "Sengal", "سنجار"] { #expect(index?.lookUp(name).first?.cost == 0, "\(name)") }
    for name in ["SNJ", "https://example.org"] { #expect(index?.lookUp(name).first?.cost != 0, "\(name)") }
  }

  @Test func `a zipped dump is read, a broken archive is a fault`() throws {
    let stored = Zip.stored("IQ.txt", Array(Self.row(1, "Sinjar", "PPL").utf8))
    #expect(try outcome(["IQ.zip": stored]).progress.places == 1)
    for (place, what) in [(stored.count / 2, "middle"), (28, "header"), (stored.count - 6, "end")] {
      var broken = stored
      broken[place] ^= 0x55
      let (_, faults, _) = try outcome(["IQ.zip": broken])
      #expect(faults.count == 1 && faults[0].hasPrefix("IQ.zip"), "\(what): \(faults)")
    }
    let languages = Zip.stored("iso-languagecodes.txt", Array("ISO 639-3\tLanguage Name\nara\tArabic\n".utf8))
    #expect(
      try outcome(["alternateNamesV2.zip": languages]).faults
        == ["alternateNamesV2.zip: the archive holds no table; zip the table itself"])
    let short = Array(stored.dropLast(30))
    #expect(try outcome(["IQ.zip": short]).faults.count == 1)
  }

  @Test func `points of GeoJSON are places, other shapes are faults`() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":9,"properties":{"name":"Nine","kind":"base"},"geometry":{"type":"Point","coordinates":[36.5,35.5]}},
      {"type":"Feature","properties":{"name":"Lost"},"geometry":{"type":"Point","coordinates":[361,35.5]}},
      {"type":"Feature","properties":{"name":"Line"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
      {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[36.5,35.5]}}]}
      """
    let (index, faults, _) = try outcome(["p.geojson": Array(text.utf8)])
    #expect(
      faults == [
        "p.geojson:3: feature 2: longitude 361.0 is outside -180...180; write degrees, [lon, lat], and cut at the "
          + "antimeridian",
        "p.geojson:4: feature 3: not a point; a place is imported as one point",
        "p.geojson:5: feature 4: name is empty; give each point a property name",
      ])
    #expect(index?.place(id: "9")?.kind == .base)
  }

  @Test func `a failed write leaves the old index`() throws {
    let known = try Fixture.index()
    let importer = GazetteerImporter(known: known, folder: "/tmp") { _ in }
    #expect(throws: GazetteerError.self) { try importer.write(to: "/tmp/there-is-no-such-index") }
  }
}

/// A zip archive with one stored file.
enum Zip {
  static func stored(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let sizes = number(crc(content), 4) + number(UInt32(content.count), 4) + number(UInt32(content.count), 4)
    let name = Array(name.utf8)
    let local =
      [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 8) + sizes + number(UInt32(name.count), 2) + number(0, 2) + name
    let listed =
      [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(0, 8) + sizes + number(UInt32(name.count), 2)
      + number(0, 16) + name
    let end =
      [0x50, 0x4B, 5, 6] + number(0, 4) + number(1, 2) + number(1, 2) + number(UInt32(listed.count), 4)
      + number(UInt32(local.count + content.count), 4) + number(0, 2)
    return local + content + listed + end
  }

  private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 4 ? UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) : 0 }
  }

  /// CRC-32, bit by bit.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
  }
}
