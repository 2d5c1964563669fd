import Formats
import Geometry
import Publishing
import Records
import Testing

@Suite struct PageTests {
  static func page(_ findings: [Findings], ground: Ground = Ground(), title: String? = nil) throws -> [UInt8] {
    let map = HTMLMap(
      maker: FeatureMaker(stylebook: try Repository.stylebook()), assets: try PageAssets(folder: Repository.data),
      generator: Generator(version: "0.1.0", gazetteerHash: "00ff", rulesHash: "ff00"))
    return try map.page(findings, ground: ground, title: title)
  }

  @Test func `write the page for looking at`() throws {
    let bytes = try Self.page(try Sample.findings(), ground: try GroundSample.ground())
    try WholeFile.write(bytes, to: "/tmp/w/hold/map.html")
  }
}
