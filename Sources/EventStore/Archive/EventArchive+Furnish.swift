import Formats
public import Geometry

extension EventArchive {
  /// Puts in what a new store shows beside its events: the gazetteer's roads, and the styles that QGIS draws by.
  public func furnish(roads: [(id: String, name: String, line: LineString)], styles: [LayerStyle]) throws(StoreError) {
    try guarded {
      guard try !lacking(roads).isEmpty || lacksStyles(styles) else { return }
      try connection.transaction {
        // Asked again: another program may have been faster.
        for road in try lacking(roads) {
          let properties: JSONObject = ["road_id": .string(road.id), "name": .string(road.name)]
          try insert(Feature(geometry: .lineString(road.line), properties: properties), into: Schema.roads)
        }
        if try lacksStyles(styles) { try put(styles) }
      }
    }
  }

  private func lacking(
    _ roads: [(id: String, name: String, line: LineString)]
  ) throws -> [(id: String, name: String, line: LineString)] {
    let known = Set(try connection.rows("SELECT road_id FROM roads").compactMap { $0[0].text })
    return roads.filter { !known.contains($0.id) }
  }

  private func lacksStyles(_ styles: [LayerStyle]) throws -> Bool {
    try connection is SQLiteConnection && !hasStyles() && !styles.isEmpty
  }

  private func hasStyles() throws -> Bool {
    try !connection.rows("SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'").isEmpty
  }

  private func put(_ styles: [LayerStyle]) throws {
    try connection.script(LayerStyles.table)
    try connection.script(
      GeoPackageSchema.register(
        Layer(name: "layer_styles", geometry: nil, title: "Styles for QGIS", columns: [], keys: [])))
    let documents = [
      ("events", LayerStyles.document(styles, kind: "marker")),
      ("event_areas", LayerStyles.document(styles, kind: "fill")),
      ("event_lines", LayerStyles.document(styles, kind: "line")),
      ("control", LayerStyles.document(color: "#7a5c00", kind: "fill")),
      ("roads", LayerStyles.document(color: "#6b6b6b", kind: "line")),
      ("places", LayerStyles.document(color: "#555555", kind: "marker")),
    ]
    for (table, document) in documents {
      try connection.run(
        """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
          styleSLD, useAsDefault, description, owner, update_time) VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', ?)
        """, .text(table), .text(table), .text(document), .text("as eventmapper draws them"),
        .text(GeoPackageSchema.changed))
    }
  }

  /// The fingerprints of all articles, by doc_id.
  public func fingerprints() throws(StoreError) -> [String: String] {
    try guarded {
      var found: [String: String] = [:]
      try connection.each("SELECT doc_id, fingerprint FROM articles", []) { row in
        if let id = row[0].text, let fingerprint = row[1].text { found[id] = fingerprint }
      }
      return found
    }
  }

  /// Brings up to date what readers of the file go by: the extents of its layers, and the spatial index.
  public func settle() throws(StoreError) {
    try guarded {
      guard connection is SQLiteConnection else { return }
      try connection.transaction {
        for layer in Schema.all where layer.geometry != nil {
          try connection.script(GeoPackageSchema.extent(layer.name))
        }
        try renewTree()
      }
    }
  }
}
