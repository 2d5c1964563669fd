import EventMapper
import Formats
import Gazetteer
import Geometry
import Publishing
import Records

/// Turns findings into the bytes of every form.
struct Publisher: Sendable {
  let maker: FeatureMaker
  let generator: Generator
  let index: PlaceIndex
  /// Who held which ground, for the page of events.
  private(set) var control: ControlStory?
  private let folder: DataFolder

  init(_ reader: Reader, control: ControlStory? = nil) throws {
    try self.init(index: reader.index, rulesHash: reader.rulesHash)
    self.control = control
  }

  /// - Parameter rulesHash: nil where no rule is used.
  init(index: PlaceIndex, rulesHash: String?) throws {
    folder = try DataFolder.find()
    self.index = index
    let roads = index.roads.compactMap(\.distanceKey)
    maker = FeatureMaker(stylebook: try Stylebook(folder: folder.publishing), roads: roads)
    generator = Generator(
      version: Program.version, gazetteerHash: index.contentHash, rulesHash: rulesHash)
  }

  /// The table that a run prints for people.
  func summary(_ findings: [Findings], seconds: Double) -> String {
    Summary(stylebook: maker.stylebook).text(findings, seconds: seconds)
  }

  /// Everything that `map` found, in one of the forms.
  func bytes(_ findings: [Findings], as format: OutputFormat, withMentions: Bool, bom: Bool) throws -> [UInt8] {
    let writer = CollectionWriter(generator: generator)
    switch format {
    case .geojson:
      return writer.collection(
        maker.features(of: findings), mentions: withMentions ? findings.flatMap(\.mentions) : nil)
    case .geojsonl: return writer.lines(maker.features(of: findings))
    case .geojsonseq: return writer.sequence(maker.features(of: findings))
    case .csv: return EventTable(maker: maker).csv(findings, byteOrderMark: bom)
    case .html:
      let page = HTMLMap(maker: maker, assets: try PageAssets(folder: folder.publishing), generator: generator)
      return try page.page(
        findings, ground: MapGround.layers(index, around: findings, or: control), control: control)
    }
  }

  /// The report of a story of control.
  func report(_ story: ControlStory) throws -> [UInt8] {
    let page = ControlPage(
      maker: maker, assets: try ControlPageAssets(folder: folder.publishing), generator: generator)
    return try page.page(
      story,
      ground: MapGround.layers(index, around: MapGround.boxes(of: story)))
  }

  /// The rows or features of one document, for forms that are written as they come.
  func piece(_ findings: Findings, as format: OutputFormat) -> [UInt8] {
    guard format == .csv else {
      return CollectionWriter(generator: generator).lines(findings, maker, asSequence: format == .geojsonseq)
    }
    var rows = CSVWriter()
    let sources = SourceIndex([findings])
    for event in findings.events { EventTable(maker: maker).append(event, sources: sources, to: &rows) }
    return rows.bytes
  }

  /// What stands before the first piece.
  func head(as format: OutputFormat, bom: Bool) -> [UInt8] {
    guard format == .csv else { return [] }
    var rows = CSVWriter(byteOrderMark: bom)
    rows.row(EventTable(maker: maker).columns)
    return rows.bytes
  }
}
