/// The tables, triggers and rows that make an SQLite file a GeoPackage (OGC 12-128r17, version 1.3).
enum GeoPackageSchema {
  /// "GPKG" and 1.3.0.
  static let marks = "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"

  /// No clock: contents bear one time, so that the same articles give the same file.
  static let changed = "2000-01-01T00:00:00.000Z"

  static let base = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
      ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
      ('WGS 84 geodetic', 4326, 'EPSG', 4326, '\(wgs84)', 'longitude and latitude in degrees on WGS 84');
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE,
      max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    """

  private static let wgs84 =
    #"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],"#
    + #"AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],"#
    + #"UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],"#
    + #"AUTHORITY["EPSG","4326"]]"#

  /// The rows by which readers find the table, and its R-tree.
  static func register(_ layer: Layer) -> String {
    guard let geometry = layer.geometry else {
      return "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES "
        + "('\(layer.name)', 'attributes', '\(layer.name)', '\(layer.title)', '\(changed)');"
    }
    return """
      INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES ('\(layer.name)', 'features', '\(layer.name)', '\(layer.title)', '\(changed)', 4326);
      INSERT INTO gpkg_geometry_columns VALUES ('\(layer.name)', 'geom', '\(geometry)', 4326, 0, 0);
      INSERT INTO gpkg_extensions VALUES ('\(layer.name)', 'geom', 'gpkg_rtree_index',
        'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
      CREATE VIRTUAL TABLE rtree_\(layer.name)_geom USING rtree(id, minx, maxx, miny, maxy);
      \(insertTrigger(layer.name))
      \(otherTriggers(layer.name))
      """
  }

  /// How many rows each layer has, where GDAL keeps it: its readers need not count, and DuckDB's reads past the end of a
  /// layer whose count it does not find here.
  static let counts = "CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER);"

  /// The row and the triggers of a layer, named as GDAL names them: it puts them aside while it writes.
  static func counting(_ table: String) -> String {
    """
    INSERT INTO gpkg_ogr_contents VALUES ('\(table)', (SELECT count(*) FROM \(table)));
    \(countingInsertTrigger(table))
    CREATE TRIGGER trigger_delete_feature_count_\(table) AFTER DELETE ON \(table)
    BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count - 1 WHERE table_name = '\(table)'; END;
    """
  }

  /// Another trigger that a bulk load leaves out.
  static func countingInsertTrigger(_ table: String) -> String {
    """
    CREATE TRIGGER trigger_insert_feature_count_\(table) AFTER INSERT ON \(table)
    BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1 WHERE table_name = '\(table)'; END;
    """
  }

  /// The trigger that a bulk load leaves out; the load fills the R-tree itself.
  static func insertTrigger(_ table: String) -> String {
    """
    CREATE TRIGGER rtree_\(table)_geom_insert AFTER INSERT ON \(table)
      WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
    BEGIN INSERT OR REPLACE INTO rtree_\(table)_geom VALUES (NEW.fid, \(box)); END;
    """
  }

  private static let box = "ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)"

  private static func otherTriggers(_ table: String) -> String {
    let tree = "rtree_\(table)_geom"
    return """
      CREATE TRIGGER \(tree)_update1 AFTER UPDATE OF geom ON \(table)
        WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
      BEGIN INSERT OR REPLACE INTO \(tree) VALUES (NEW.fid, \(box)); END;
      CREATE TRIGGER \(tree)_update2 AFTER UPDATE OF geom ON \(table)
        WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
      BEGIN DELETE FROM \(tree) WHERE id = OLD.fid; END;
      CREATE TRIGGER \(tree)_update3 AFTER UPDATE ON \(table)
        WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
      BEGIN DELETE FROM \(tree) WHERE id = OLD.fid; INSERT OR REPLACE INTO \(tree) VALUES (NEW.fid, \(box)); END;
      CREATE TRIGGER \(tree)_update4 AFTER UPDATE ON \(table)
        WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
      BEGIN DELETE FROM \(tree) WHERE id IN (OLD.fid, NEW.fid); END;
      CREATE TRIGGER \(tree)_delete AFTER DELETE ON \(table) WHEN old.geom NOT NULL
      BEGIN DELETE FROM \(tree) WHERE id = OLD.fid; END;
      """
  }

  /// The spatial index that `near` reads, and the triggers that tell it what QGIS or another program changed since it
  /// was built: they call no function, so that every writer can run them.
  static let near = """
    CREATE TABLE near_blocks (number INTEGER PRIMARY KEY NOT NULL, data BLOB NOT NULL);
    CREATE TABLE near_changes (fid INTEGER PRIMARY KEY NOT NULL);
    CREATE TRIGGER near_events_insert AFTER INSERT ON events
    BEGIN INSERT OR IGNORE INTO near_changes VALUES (NEW.fid); END;
    \(nearUpdateTriggers)
    """

  private static let nearUpdateTriggers = """
    CREATE TRIGGER near_events_update AFTER UPDATE OF fid, geom, radius_m ON events
    BEGIN INSERT OR IGNORE INTO near_changes VALUES (OLD.fid); INSERT OR IGNORE INTO near_changes VALUES (NEW.fid); END;
    CREATE TRIGGER near_events_delete AFTER DELETE ON events
    BEGIN INSERT OR IGNORE INTO near_changes VALUES (OLD.fid); END;
    """

  static let nearInsertTrigger = """
    CREATE TRIGGER near_events_insert AFTER INSERT ON events
    BEGIN INSERT OR IGNORE INTO near_changes VALUES (NEW.fid); END;
    """

  /// The boxes of all layers, as `gpkg_contents` tells them.
  static func extent(_ table: String) -> String {
    """
    UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) =
      (SELECT min(minx), max(maxx), min(miny), max(maxy) FROM rtree_\(table)_geom) WHERE table_name = '\(table)';
    """
  }
}
