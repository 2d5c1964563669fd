/// The table of the modules: what each may import of the others.
enum HouseRules {
  /// As DESIGN gives it; a module may also import what its listed modules may.
  static let table: [String: [String]] = [
    "Formats": [],
    "Geometry": ["Formats"],
    "Topology": ["Geometry", "CGEOS"],
    "Geodesy": ["Geometry", "CPROJ"],
    "Records": ["Geometry"],
    "NewsText": ["Records", "Formats", "CXML2"],
    "Gazetteer": ["Records", "Formats", "Geometry", "Topology", "Geodesy", "CZlib"],
    "Geoparsing": ["NewsText", "Gazetteer", "Geodesy", "Records"],
    "EventCoding": ["NewsText", "Geoparsing", "Gazetteer", "Topology", "Geodesy", "Records"],
    "Territory": ["Records", "Gazetteer", "Geometry", "Topology", "Geodesy"],
    "Claims": ["Records", "Gazetteer", "Territory", "Geodesy"],
    "EventStore": ["Records", "Geometry", "Topology", "Geodesy", "GRDB", "GRDBSQLite", "CPQ"],
    "Publishing": ["Records", "Geometry"],
    "EventMapper": [
      "Formats", "Geometry", "Topology", "Geodesy", "Records", "NewsText", "Gazetteer", "Geoparsing", "EventCoding",
      "Territory", "Claims",
    ],
    "Evaluation": ["EventMapper"],
    "EventMapperCommand": ["EventMapper", "Evaluation", "EventStore", "Publishing"],
  ]

  /// A C library and the one module that may import it.
  static let bridges = [
    "CGEOS": "Topology", "CPROJ": "Geodesy", "CXML2": "NewsText", "CZlib": "Gazetteer", "GRDB": "EventStore",
    "GRDBSQLite": "EventStore", "CPQ": "EventStore",
  ]

  /// What is not ours, and who may import it; nil means everybody.
  static let outside: [String: Set<String>?] = [
    "Glibc": nil, "Musl": nil, "Darwin": nil, "OrderedCollections": nil, "Synchronization": nil,
    "ArgumentParser": ["EventMapperCommand"], "Logging": ["EventMapperCommand"],
  ]

  /// Everything that the module may import of ours.
  static func allowed(_ module: String) -> Set<String> {
    var found: Set<String> = []
    var open = table[module] ?? []
    while let next = open.popLast() {
      if found.insert(next).inserted { open += table[next] ?? [] }
    }
    return found.filter { bridges[$0] == nil || bridges[$0] == module }
  }

  /// The module of an import line, nil for other lines.
  static func imported(_ line: String) -> String? {
    var words = line.split(separator: " ").map(String.init)
    while let first = words.first, first.hasPrefix("@") || ["public", "package", "internal", "private"].contains(first)
    {
      words.removeFirst()
    }
    guard words.first == "import", words.count >= 2 else { return nil }
    let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    return name.split(separator: ".").first.map(String.init)
  }
}
