/// How events of one type are drawn.
public struct LayerStyle: Hashable, Sendable {
  /// The `event_type`.
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

  /// The style of a layer of events.
  static func document(_ styles: [LayerStyle], kind: String) -> String {
    let categories = styles.enumerated().map { index, style in
      "<category render=\"true\" symbol=\"\(index)\" value=\"\(escaped(style.value))\" label=\"\(escaped(style.label))\"/>"
    }
    let symbols = styles.enumerated().map { symbol($1.color, kind: kind, name: $0) }
    return head + """
      <renderer-v2 type="categorizedSymbol" attr="event_type" symbollevels="0" enableorderby="0" forceraster="0">
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

  /// Mode 2: the start and the end in columns of their own.
  private static let head = """
    <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
    <qgis version="3.22" styleCategories="Symbology|Temporal">
    <temporal enabled="1" mode="2" startField="start" endField="end" durationField="" durationUnit="days"
     fixedDuration="0" accumulate="0" startExpression="" endExpression="" limitMode="0">
    <fixedRange><start></start><end></end></fixedRange></temporal>
    """

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
