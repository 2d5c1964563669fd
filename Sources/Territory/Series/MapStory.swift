public import Gazetteer
import Geometry
public import Records

/// Tells control over time from somebody's own maps: a map a day, what changed from each to the next, and the settlements
/// that lie on it.
public struct MapStory {
  private let options: ChangeOptions
  private let index: PlaceIndex
  private var days: [SeriesDay] = []
  private var maps: [ControlMap] = []

  /// So many positions of areas and lines a page can carry; of more, only the maps of the rows are kept.
  static let mostPositions = 400_000

  /// A story without a map yet.
  ///
  /// - Parameter index: the settlements and roads to be named.
  public init(_ options: ChangeOptions = ChangeOptions(), index: PlaceIndex) {
    (self.options, self.index) = (options, index)
  }

  /// Takes up the next map, with what its series says of it.
  public mutating func add(_ map: ControlMap, _ day: SeriesDay) {
    maps.append(map)
    days.append(day)
  }

  /// The story, with a table row every so many days. Throws when there is no map, or no such side.
  public func story(title: String?, every step: Int = 7) throws(TerritoryError) -> ControlStory {
    guard let last = days.last, let first = days.first else { throw .emptyMap(title ?? "the series") }
    let sides = last.sides.map(\.side)
    guard let side = options.side ?? sides.first, sides.contains(side) else {
      throw .noSuchSide(options.side ?? "", known: sides)
    }
    var story = ControlStory(title: title ?? "Who held which ground, \(first.date) to \(last.date)", side: side)
    (story.basis, story.sides) = (.maps, sides)
    let named = maps.map { Self.named($0, sides) }
    let teller = MapTeller(days: days, maps: named, side: side, sides: sides, options: options, index: index)
    let found = try teller.changes()
    (story.changes, story.settlements) = (found.changes, found.settlements)
    story.weeks = try teller.weeks(every: max(1, step), found.counts)
    story.roads = try teller.roads()
    story.notes = days.flatMap(\.notes)
    story.frames = try frames(named, rows: Set(story.weeks.map(\.day)), &story.notes)
    return Self.worded(story)
  }

  /// A side that its publisher does not name is called what it is.
  private static func worded(_ story: ControlStory) -> ControlStory {
    guard story.sides.contains(ControlArea.nameless) else { return story }
    func word(_ side: String) -> String { side == ControlArea.nameless ? "the side shown" : side }
    var story = story
    (story.side, story.sides) = (word(story.side), story.sides.map(word))
    for index in story.changes.indices {
      (story.changes[index].from, story.changes[index].to) = (
        word(story.changes[index].from), word(story.changes[index].to)
      )
    }
    for index in story.frames.indices {
      for area in story.frames[index].areas.indices {
        story.frames[index].areas[area].side = word(story.frames[index].areas[area].side)
      }
    }
    return story
  }

  /// A map of one nameless side has the name that another map of the series gives it.
  private static func named(_ map: ControlMap, _ sides: [String]) -> ControlMap {
    guard sides.count == 1 else { return map }
    var map = map
    for index in map.areas.indices where map.areas[index].side == ControlArea.nameless {
      map.areas[index].side = sides[0]
    }
    return map
  }

  private func frames(_ maps: [ControlMap], rows: Set<Day>, _ notes: inout [String]) throws(TerritoryError)
    -> [ControlFrame]
  {
    let positions = maps.reduce(0) { $0 + 2 * Self.positions($1) }
    let isAll = positions <= Self.mostPositions
    if !isAll {
      notes.append(
        "the page shows the maps of \(rows.count) of \(maps.count) days: all would have \(positions) positions; its figures "
          + "and what is hatched are of every day")
    }
    var frames: [ControlFrame] = []
    for (map, day) in zip(maps, days) where isAll || rows.contains(day.date) {
      frames.append(ControlFrame(day: day.date, areas: map.areas, front: try FrontMeasure.lines(map)))
    }
    return frames
  }

  private static func positions(_ map: ControlMap) -> Int {
    map.areas.flatMap(\.shape.polygons).flatMap(\.rings).reduce(0) { $0 + $1.coordinates.count }
  }
}
