import ArgumentParser
import EventStore
import Gazetteer
import Geometry
import Publishing

/// Where `control build` and `control advance` keep their maps beside or in place of a file.
struct ControlKeeper: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep the maps in a store too: FILE.gpkg or postgresql://... A map of the same day, method and "
        + "sources is replaced. Without -o nothing is printed.",
      valueName: "store"), transform: storeName)
  var store: String?

  /// Refuses a file that no verb would take for a store afterwards.
  static func storeName(_ name: String) throws -> String {
    guard EventArchive.isName(name) else {
      throw ValidationError("give FILE.gpkg or postgresql://USER@HOST/DATABASE")
    }
    return name
  }

  /// Is a store all that is asked for?
  func isAll(_ output: FeatureOutput) -> Bool { store != nil && output.output == nil && output.format == nil }

  /// Puts the maps among the features into the store, and styles their sides.
  func keep(_ features: [Feature], _ publisher: Publisher) throws {
    guard let store else { return }
    let archive = try EventArchive.open(store, creating: true)
    let kept = try archive.keep(control: features)
    try archive.furnish(
      roads: publisher.index.roads.map { ($0.id, $0.name, $0.line) }, styles: StoreRules.styles(publisher),
      sides: StoreRules.sideStyles(archive, publisher))
    try archive.settle()
    Diagnostics.line(
      "\(archive.name): \(kept.new) new, \(kept.revised) revised, \(kept.unchanged) unchanged control maps")
  }
}
