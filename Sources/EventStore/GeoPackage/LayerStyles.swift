/// How the features with one value are drawn: events of a type, ground of a side.
public struct LayerStyle: Hashable, Sendable {
  /// The `event_type` or `side`.
  public var value: String
  /// What a legend calls it.
  public var label: String
  /// `#rrggbb`.
  public var color: String

  /// A style.
  public init(value: String, label: String, color: String) {
    self.value = value
    self.label = label
    self.color = color
  }
}

/// Styles as QGIS reads them from the table `layer_styles`: a category a type, and the columns that its temporal
/// controller goes by.
enum LayerStyles {
  static let table = """
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
      f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
      useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)
    """

  /// By this the program knows its own styles.
  static let remark = "as eventmapper draws them"

  /// The style of every layer.
  static func documents(_ styles: [LayerStyle], sides: [LayerStyle]) -> [(table: String, document: String)] {
    [
      ("events", document(styles, by: "event_type", kind: "marker", temporal: window)),
      ("event_areas", document(styles, by: "event_type", kind: "fill", temporal: window)),
      ("event_lines", document(styles, by: "event_type", kind: "line", temporal: window)),
      ("control", document(sides + [others], by: "side", kind: "fill", temporal: day)),
      ("roads", document(color: "#6b6b6b", kind: "line")),
      ("places", document(color: "#555555", kind: "marker")),
    ]
  }

  /// An empty value takes whatever no other category takes.
  private static let others = LayerStyle(value: "", label: "other sides", color: "#7a5c00")

  /// The style of a layer in categories.
  static func document(_ styles: [LayerStyle], by attribute: String, kind: String, temporal: String) -> String {
    let categories = styles.enumerated().map { index, style in
      "<category render=\"true\" symbol=\"\(index)\" value=\"\(escaped(style.value))\" label=\"\(escaped(style.label))\"/>"
    }
    let symbols = styles.enumerated().map { symbol($1.color, kind: kind, name: $0) }
    return head + temporal + """
      <renderer-v2 type="categorizedSymbol" attr="\(attribute)" symbollevels="0" enableorderby="0" forceraster="0">
      <categories>\(categories.joined())</categories><symbols>\(symbols.joined())</symbols></renderer-v2></qgis>
      """
  }

  /// The style of a layer that is drawn alike.
  static func document(color: String, kind: String) -> String {
    let body = symbol(color, kind: kind, name: 0)
    return
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version=\"3.22\" styleCategories=\"Symbology\">"
      + "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\">"
      + "<symbols>\(body)</symbols></renderer-v2></qgis>"
  }

  private static let head = """
    <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
    <qgis version="3.22" styleCategories="Symbology|Temporal">

    """

  /// Mode 2: the start and the end in columns of their own.
  private static let window = temporal(mode: 2, start: "start", end: "end", days: 0)
  /// Mode 1: one day in a column.
  private static let day = temporal(mode: 1, start: "date", end: "", days: 1)

  private static func temporal(mode: Int, start: String, end: String, days: Int) -> String {
    """
    <temporal enabled="1" mode="\(mode)" startField="\(start)" endField="\(end)" durationField="" durationUnit="days"
     fixedDuration="\(days)" accumulate="0" startExpression="" endExpression="" limitMode="0">
    <fixedRange><start></start><end></end></fixedRange></temporal>

    """
  }

  private static func symbol(_ color: String, kind: String, name: Int) -> String {
    let (layer, options) = (Self.layer(kind), Self.options(color, kind))
    let members = options.map { "<Option type=\"QString\" name=\"\($0.0)\" value=\"\($0.1)\"/>" }.joined()
    let older = options.map { "<prop k=\"\($0.0)\" v=\"\($0.1)\"/>" }.joined()
    return "<symbol type=\"\(kind)\" name=\"\(name)\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">"
      + "<layer class=\"\(layer)\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">\(members)</Option>"
      + "\(older)</layer></symbol>"
  }

  private static func layer(_ kind: String) -> String {
    kind == "marker" ? "SimpleMarker" : kind == "line" ? "SimpleLine" : "SimpleFill"
  }

  private static func options(_ color: String, _ kind: String) -> [(String, String)] {
    let plain = rgb(color)
    switch kind {
    case "marker":
      return [
        ("color", plain + ",255"), ("name", "circle"), ("outline_color", "255,255,255,255"), ("outline_width", "0.2"),
        ("size", "2.6"), ("size_unit", "MM"),
      ]
    case "line": return [("line_color", plain + ",255"), ("line_width", "0.5"), ("line_width_unit", "MM")]
    default:
      return [
        ("color", plain + ",50"), ("outline_color", plain + ",255"), ("outline_width", "0.4"), ("style", "solid"),
      ]
    }
  }

  /// `193,68,14` of `#c1440e`.
  private static func rgb(_ color: String) -> String {
    let number = Int(color.dropFirst(), radix: 16) ?? 0x808080
    return "\(number >> 16 & 255),\(number >> 8 & 255),\(number & 255)"
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }
}
