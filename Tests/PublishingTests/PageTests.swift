import Foundation
import Formats
import Geometry
import Publishing
import Records
import Testing

@Suite struct PageTests {
  static func page(
    _ findings: [Findings], ground: Ground = Ground(), title: String? = nil, tiles: TileSource? = .openStreetMap,
    control: ControlStory? = nil
  ) throws -> [UInt8] {
    let map = HTMLMap(
      maker: FeatureMaker(stylebook: try Repository.stylebook()), assets: try PageAssets(folder: Repository.data),
      generator: Generator(version: "0.1.0", gazetteerHash: "00ff", rulesHash: "ff00"))
    return try map.page(findings, ground: ground, title: title, tiles: tiles, control: control)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `the same findings give the same page`() throws {
    #expect(try Self.page(Sample.findings()) == Self.page(Sample.findings()))
  }

  @Test func `no part of the template is left unfilled`() throws {
    let page = text(try Self.page([Findings(docID: "d", text: "")]))
    for name in ["title", "policy", "style", "script", "data", "leaflet", "leaflet_style", "generator"] {
      #expect(!page.contains("{{\(name)}}"))
    }
  }

  @Test func `an article cannot end the script element it lies in`() throws {
    var found = try Sample.third()
    found.text = "</script><!--\u{2028}\u{2029}" + found.text
    let page = text(try Self.page([found]))
    #expect(page.components(separatedBy: "</script>").count == 4)
    #expect(page.contains("\\u003c/script>\\u003c!--\\u2028\\u2029"))
  }

  @Test func `a title is escaped in the head and in the page`() throws {
    let page = text(try Self.page([], title: "<b>\"A\" & B</b>"))
    #expect(page.contains("<title>&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;</title>"))
    #expect(!page.contains("<b>\"A\""))
  }

  @Test func `the policy lets in the page's own scripts and one tile host`() throws {
    let page = text(try Self.page([]))
    #expect(page.contains("content=\"default-src 'none'; script-src 'sha256-"))
    #expect(page.contains("img-src data: https://tile.openstreetmap.org; base-uri 'none'"))
    #expect(text(try Self.page([], tiles: nil)).contains("img-src data:; base-uri 'none'"))
    let odd = TileSource(url: "https://a'b;c/{z}", attribution: "x")
    #expect(text(try Self.page([], tiles: odd)).contains("img-src data:; base-uri 'none'"))
  }

  @Test func `Leaflet keeps its notice and loses its source map`() throws {
    let page = text(try Self.page([]))
    #expect(page.contains("/*!\nLeaflet (leafletjs.com), BSD-2-Clause. Copyright (c) 2010-2019 Vladimir Agafonkin"))
    #expect(!page.contains("sourceMappingURL"))
  }

  @Test func `a long article is carried around its quotes alone`() throws {
    var found = try Sample.third()
    let shift = 300_000
    found.text = String(repeating: "x", count: shift) + found.text + String(repeating: "y", count: shift)
    for index in found.events.indices {
      for place in found.events[index].mentions.indices {
        found.events[index].mentions[place].span.start += shift
        found.events[index].mentions[place].span.end += shift
      }
    }
    found.claims = []
    found.assertions = []
    let page = text(try Self.page([found]))
    #expect(page.contains("\"offset\":295000"))
    #expect(page.contains("\"is_cut\":true"))
    #expect(page.utf8.count < 300_000)
  }

  @Test func `a missing page folder is told with the cure`() throws {
    let error = #expect(throws: PublishingError.self) { try PageAssets(folder: "/nonexistent") }
    #expect(error?.description.hasPrefix("cannot read /nonexistent/page/page.html: no such file") == true)
  }

  @Test func `a ground is made of records`() throws {
    let shape = try Sample.area([(36, 35), (38, 35), (38, 37)])
    let syria = Place(id: "geonames:163843", name: "Syria", kind: .country, country: "SY")
    let ground = Ground(
      units: [(syria, shape), (Sample.aleppo, shape)],
      roads: [("M5", .lineString(try LineString([Sample.maarat.point!, Sample.khanAsal.point!])))],
      places: [Sample.maarat, Sample.kafrAmma], credits: ["Places: GeoNames (CC BY 4.0)."])
    #expect(ground.countries.map { $0.properties["name"] } == ["Syria"])
    #expect(ground.regions.map { $0.properties["name"] } == ["Aleppo"])
    let page = text(try Self.page(try Sample.findings(), ground: ground))
    #expect(page.contains("[\"Maarat al-Numan\",36.6769,35.6483,2]"))
    #expect(page.contains("\"credits\":[\"Places: GeoNames (CC BY 4.0).\"]"))
    #expect(Ground.view(of: try Sample.findings()).contains(Sample.damascus.point!))
    #expect(Ground.view(of: []) == BoundingBox(west: -180, south: -90, east: 180, north: 90))
  }

  @Test func `the ground is thinned to what can be seen`() throws {
    let bytes = try Self.page(try Sample.findings(), ground: try GroundSample.ground())
    #expect(bytes.count < 700_000)
    #expect(text(bytes).contains("\"name\":\"Turkey\"") || text(bytes).contains("\"name\":\"Türkiye\""))
    #expect(!text(bytes).contains("\"name\":\"Brazil\""))
  }
}
