import Formats
public import Records

/// What Publishing knows beside the records: how a type is drawn, what ACLED calls it, what a country code means.
///
/// Read from the tables in `Data/`, which `make install` lays out as `share/eventmapper/publishing`.
public struct Stylebook: Sendable {
  /// Every style in the order of the table, which is the legend's.
  public let styles: [Style]
  private let byKey: [String: Style]
  private let acledRules: [ACLEDRule]
  private let countries: [String: Country]
  private let sides: [SideColor]

  /// Reads `styles.tsv`, `acled.tsv`, `countries.tsv` and `sides.tsv` from the folder.
  public init(folder: String) throws(PublishingError) {
    let styleFile = "\(folder)/styles.tsv"
    styles = try Self.rows(styleFile, Self.style)
    byKey = Dictionary(styles.map { ($0.key, $0) }) { first, _ in first }
    acledRules = try Self.rows("\(folder)/acled.tsv", ACLEDRule.init)
    let named = try Self.rows("\(folder)/countries.tsv", Country.init)
    countries = Dictionary(named.map { ($0.alpha2, $0) }) { first, _ in first }
    sides = try Self.rows("\(folder)/sides.tsv", SideColor.init)
    for key in EventType.allCases.map(\.rawValue) + [Self.assertionKey, Self.claimKey] where byKey[key] == nil {
      throw .noRow(file: styleFile, key: key)
    }
  }

  static let assertionKey = "control_assertion"
  static let claimKey = "claim"

  /// How events of the type are drawn.
  public func style(of type: EventType) -> Style { style(type.rawValue) }

  /// How control assertions are drawn.
  public var assertionStyle: Style { style(Self.assertionKey) }

  /// How claims are drawn.
  public var claimStyle: Style { style(Self.claimKey) }

  private func style(_ key: String) -> Style {
    // Every key was seen to be there when the table was read.
    byKey[key]!
  }

  /// ACLED's words for the event, nil where no row fits.
  public func acled(of event: Event) -> ACLEDCode? { acledRules.first { $0.fits(event) }?.code }

  /// `#rrggbb` of a side on control maps.
  public func color(ofSide side: String) -> String { SideColor.color(of: side, in: sides) }

  /// The country of an ISO 3166-1 alpha-2 code.
  public func country(_ alpha2: String?) -> Country? { alpha2.flatMap { countries[$0] } }

  private static func rows<Value>(
    _ path: String, _ read: (TableRow) throws(TableError) -> Value
  ) throws(PublishingError) -> [Value] {
    let table = try Self.table(path)
    do throws(TableError) {
      var values: [Value] = []
      for row in table.rows { values.append(try read(row)) }
      return values
    } catch { throw .table(error) }
  }

  private static func table(_ path: String) throws(PublishingError) -> Table {
    let file: MappedFile
    do { file = try MappedFile(path) } catch { throw .file(error) }
    do { return try Table(file) } catch { throw .table(error) }
  }

  private static func style(_ row: TableRow) throws(TableError) -> Style {
    guard let mark = Style.Mark(rawValue: try row.text("shape")) else {
      throw row.error(
        .invalid(column: "shape", wanted: "one of \(Style.Mark.allCases.map(\.rawValue).joined(separator: " "))"))
    }
    return Style(
      key: try row.text("key"), label: try row.text("label"), family: try row.text("family"),
      color: try row.text("color"), ink: try row.text("ink"), mark: mark, letter: row["letter"])
  }
}
