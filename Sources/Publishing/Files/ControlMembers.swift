public import Formats
import Geometry
public import Records

/// What stands beside the features of a control map: how it was made, from what, and what changed nothing.
public enum ControlMembers {
  /// How lines are found, for the reader of a file.
  public static let method =
    "Each place belongs to the nearest settlement (Voronoi cells on an azimuthal equidistant plane round the region, clipped "
    + "to its boundaries) and to that settlement's side; claims lie over the map and change no area."

  /// How ground is compared where the maps are somebody's own.
  public static let methodOfMaps =
    "Each map is compared with the one before it, on a grid of 1e-7 degrees after invalid rings were repaired; areas are the "
    + "ellipsoid's. The lines are the publisher's: how good they are, he knows."

  /// How a map that somebody drew is moved by events.
  public static let methodOfMoving =
    "The map's own lines stay where no event touched them; a settlement that changes hands takes its cell with it, the ground "
    + "nearest to it (Voronoi cells on an azimuthal equidistant plane); claims lie over the map and change no area."

  static func method(of story: ControlStory) -> String {
    switch story.basis {
    case .settlements: method
    case .advanced: methodOfMoving
    case .maps: methodOfMaps
    }
  }

  /// The members `method`, `inputs`, `settlements`, `idle_steps`, `notes`.
  public static func object(_ story: ControlStory) -> JSONObject {
    [
      "method": .string(method(of: story)),
      "inputs": .array(story.inputs.map { ["name": .string($0.name), "sha256": .string($0.hash)] }),
      "settlements": .array(story.settlements.map { .object(object(of: $0)) }),
      "idle_steps": .array(story.idle.map { .object(object(of: $0)) }),
      "notes": .array(story.notes.map { .string($0) }),
    ]
  }

  /// A settlement as a plain object: what `control advance` reads to move the map on.
  static func object(of settlement: Settlement) -> JSONObject {
    var list = Properties()
    list.add("place_id", settlement.id)
    list.add("name", settlement.name)
    list.add("lat", settlement.point.lat)
    list.add("lon", settlement.point.lon)
    list.add("side", settlement.side)
    list.add("status", settlement.status.rawValue)
    list.add("claimed_by", settlement.claimants)
    list.add("date", settlement.date?.description)
    list.add("sources", settlement.sources.map(FeatureMaker.cited))
    list.add("note", settlement.note)
    return list.object
  }

  static func object(of idle: IdleStep) -> JSONObject {
    var list = Properties()
    list.add("date", idle.step.day.description)
    list.add("place_id", idle.step.settlement)
    list.add("name", idle.step.name)
    list.add("kind", idle.step.kind.rawValue)
    list.add("side", idle.step.side)
    list.add("event_id", idle.step.cause.eventID)
    list.add("sources", idle.step.cause.sources.map(FeatureMaker.cited))
    list.add("quote", idle.step.cause.quote)
    list.add("reason", idle.reason)
    return list.object
  }
}
