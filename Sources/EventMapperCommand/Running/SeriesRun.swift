import Formats
import Gazetteer
import Geometry
import Records
import Territory

/// Reads maps in the order of their days.
struct SeriesRun {
  private(set) var days: [SeriesDay] = []
  /// Whether a map was left out.
  private(set) var isFaulty = false
  private var series: ControlSeries
  /// The maps themselves, for a page; nil where figures are enough.
  private var maps: MapStory?
  private var inputs: [ControlInput] = []

  init(_ options: ChangeOptions, index: PlaceIndex, keepsMaps: Bool = false) {
    series = ControlSeries(options) { index.units(meeting: $0) }
    maps = keepsMaps ? MapStory(options, index: index) : nil
  }

  /// The story that the maps tell. Throws when there is none.
  func story() throws -> ControlStory? {
    var story = try maps?.story(title: nil)
    story?.inputs = inputs
    return story
  }

  /// Each map that can be none of the series is told and left out; maps of two sources end the run.
  mutating func read(_ folder: MapFolder) throws {
    for file in ordered(try folder.files()) {
      do {
        let day = try add(file)
        for note in day.notes { Diagnostics.line(note) }
      } catch let error as TerritoryError {
        if case .mixedSources = error { throw error }
        fault(error)
      } catch let error as GeoJSONError {
        fault(error)
      } catch let error as LostGround {
        fault(error)
      }
    }
  }

  /// Takes up the next map.
  @discardableResult mutating func add(_ file: String) throws -> SeriesDay {
    let collection = try MapFolder.features(file)
    let day = try series.add(collection, file: file)
    if maps != nil {
      maps?.add(try ControlMaps.read(collection, file: file), day)
      inputs.append(try ControlInput(file: file))
    }
    days.append(day)
    return day
  }

  private mutating func fault(_ error: some CustomStringConvertible) {
    Diagnostics.fault(error)
    isFaulty = true
  }

  /// The files by day. One without a day in its name is opened to look for it; without any it is told where it is read.
  private func ordered(_ files: [String]) -> [String] {
    let dated = files.map { file in (file, ControlMaps.day(inName: file) ?? Self.stated(file)) }
    return dated.sorted { ($0.1?.number ?? .max, $0.0) < ($1.1?.number ?? .max, $1.0) }.map(\.0)
  }

  private static func stated(_ file: String) -> Day? {
    (try? GeoJSONReader.read(MappedFile(file))).flatMap { ControlMaps.day(in: $0.collection) }
  }
}
