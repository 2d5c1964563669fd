import Formats
public import Geometry

extension EventArchive {
  /// Puts in what a store shows beside its events: the gazetteer's roads, and the styles that QGIS draws by, those of
  /// events by type and those of control by side. What is there already, the same, is not written.
  public func furnish(
    roads: [(id: String, name: String, line: LineString)], styles: [LayerStyle], sides: [LayerStyle] = []
  ) throws(StoreError) {
    try guarded {
      guard try !lacking(roads).isEmpty || !stale(styles, sides).isEmpty else { return }
      try connection.transaction {
        // Asked again: another program may have been faster.
        for road in try lacking(roads) {
          let properties: JSONObject = ["road_id": .string(road.id), "name": .string(road.name)]
          try insert(Feature(geometry: .lineString(road.line), properties: properties), into: Schema.roads)
        }
        for (table, document) in try stale(styles, sides) { try put(document, styleOf: table) }
      }
    }
  }

  private func lacking(
    _ roads: [(id: String, name: String, line: LineString)]
  ) throws -> [(id: String, name: String, line: LineString)] {
    let known = Set(try connection.rows("SELECT road_id FROM roads").compactMap { $0[0].text })
    return roads.filter { !known.contains($0.id) }
  }

  /// The styles that are missing or not as this program draws; those that someone saved under another name stay.
  private func stale(_ styles: [LayerStyle], _ sides: [LayerStyle]) throws -> [(String, String)] {
    guard connection is SQLiteConnection, !styles.isEmpty else { return [] }
    let documents = LayerStyles.documents(styles, sides: sides)
    guard try hasStyles() else { return documents }
    let rows = try connection.rows(
      "SELECT f_table_name, styleQML FROM layer_styles WHERE styleName = f_table_name AND description = ?",
      .text(LayerStyles.remark))
    return documents.filter { table, document in !rows.contains { $0[0].text == table && $0[1].text == document } }
  }

  private func hasStyles() throws -> Bool {
    try !connection.rows("SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'").isEmpty
  }

  private func put(_ document: String, styleOf table: String) throws {
    if try !hasStyles() {
      try connection.script(LayerStyles.table)
      try connection.script(
        GeoPackageSchema.register(
          Layer(name: "layer_styles", geometry: nil, title: "Styles for QGIS", columns: [], keys: [])))
    }
    try connection.run(
      "DELETE FROM layer_styles WHERE f_table_name = ? AND styleName = f_table_name AND description = ?", .text(table),
      .text(LayerStyles.remark))
    try connection.run(
      """
      INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
        styleSLD, useAsDefault, description, owner, update_time) VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', ?)
      """, .text(table), .text(table), .text(document), .text(LayerStyles.remark), .text(GeoPackageSchema.changed))
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
