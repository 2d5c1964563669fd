import Gazetteer
import Geometry
import Records
import Territory

/// Control under the events of a page: a case or list, a control map, or a folder of daily maps.
struct ControlLayer {
  let story: ControlStory?
  /// Whether some of it was lost.
  let isFaulty: Bool

  init(_ name: String, index: PlaceIndex) throws {
    guard MapFolder.isFolder(name) || name.hasSuffix("json") else {
      var workshop = ControlWorkshop(try ControlCase.open(name), index: index)
      story = try workshop.story(every: 7)
      isFaulty = workshop.isFaulty
      return
    }
    var run = SeriesRun(ChangeOptions(), index: index, keepsMaps: true)
    if MapFolder.isFolder(name) { try run.read(MapFolder(name)) } else { try run.add(name) }
    story = try run.story()
    isFaulty = run.isFaulty
  }
}
