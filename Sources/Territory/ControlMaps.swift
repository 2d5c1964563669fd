import Formats
public import Geometry
public import Records
import Topology

/// Control maps as the field publishes them.
public enum ControlMaps {
  /// The control map in a GeoJSON collection: one area a side.
  ///
  /// A feature's side is its `side`, else another property that names a holder; a file of one nameless side calls it
  /// `held`. Areas of one side are joined, broken ones repaired, ground that two sides claim stays with the first: all
  /// of that is told in `notes`. What is no area is left out. The day is a `date`, else the one in the name. Positions off
  /// the earth and rings across the antimeridian are refused.
  public static func read(_ collection: FeatureCollection, file: String) throws(TerritoryError) -> ControlMap {
    let draft = try MapDraft(collection, file: file)
    return try onTopology { () throws(TopologyError) in try draft.finished() }
  }

  /// The day that a map states in itself; nil where it states none.
  public static func day(in collection: FeatureCollection) -> Day? {
    MapDraft.day(collection.members) ?? collection.features.lazy.compactMap { MapDraft.day($0.properties) }.first
      ?? collection.members["name"]?.stringValue.flatMap(DayInName.find)
  }

  /// The day of a map that says it nowhere but in the name of its file: `control-2024-08-01.geojson`,
  /// `deepstatemap_data_20240801.geojson`; nil where the name has none.
  public static func day(inName file: String) -> Day? { DayInName.find(MapDraft.stem(of: file)) }
}
