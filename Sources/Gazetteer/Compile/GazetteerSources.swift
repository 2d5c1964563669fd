import Formats
import Geometry
import Records

/// What the source folder holds, read and checked: places, roads, boundaries, kinds, spelling rules.
struct GazetteerSources: Sendable {
  private(set) var places: [PlaceSource] = []
  private(set) var roads: [RoadSource] = []
  private(set) var boundaries: [BoundarySource] = []
  private(set) var kinds: [PlaceKindInfo] = []
  private(set) var spellings: [(rules: SpellingRules, bytes: [UInt8])] = []
  private(set) var faults: [GazetteerError] = []
  private var lines: [String: (file: String, line: Int)] = [:]

  init() {}

  /// Reads a folder in the form of `Gazetteer/README.md`, and spelling files `LANGUAGE.tsv` from another.
  init(folder: String, spelling: String) {
    for path in Folder.files(spelling, ending: ".tsv") { readSpelling(path) }
    readKinds(folder + "/kinds.tsv")
    for path in Folder.files(folder + "/places", ending: ".tsv") { readPlaces(path) }
    readRoads(folder + "/roads")
    for path in Folder.files(folder + "/boundaries", ending: ".geojson") { readBoundaries(path) }
    if faults.isEmpty, places.allSatisfy({ $0.kind == .road }) {
      faults.append(.source(file: folder + "/places", line: nil, problem: "no places: give a folder with places/*.tsv"))
    }
  }

  mutating func add(_ place: PlaceSource) {
    if let first = lines[place.id] {
      let problem = "id \(place.id) is taken by \(first.file):\(first.line): give each place an id of its own"
      faults.append(.source(file: place.file, line: place.line, problem: problem))
    } else {
      lines[place.id] = (place.file, place.line)
      places.append(place)
    }
  }

  mutating func add(spelling rules: SpellingRules, bytes: [UInt8]) { spellings.append((rules, bytes)) }

  // MARK: Files

  private mutating func readSpelling(_ path: String) {
    attempt { sources throws(GazetteerError) in
      let bytes = try Self.bytes(path)
      let language = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? path
      sources.add(spelling: try SpellingRules(language: language, bytes: bytes, file: path), bytes: bytes)
    }
  }

  private mutating func readKinds(_ path: String) {
    attempt { sources throws(GazetteerError) in
      let table = try Self.table(path)
      for row in table.rows {
        do throws(TableError) { sources.kinds.append(try PlaceKindInfo(row)) } catch {
          sources.faults.append(.table(error))
        }
      }
    }
  }

  private mutating func readPlaces(_ path: String) {
    attempt { sources throws(GazetteerError) in
      let table = try Self.table(path)
      for column in PlaceSource.columns {
        do throws(TableError) { try table.require(column) } catch { throw .table(error) }
      }
      for row in table.rows {
        do throws(GazetteerError) { sources.add(try PlaceSource(row)) } catch { sources.faults.append(error) }
      }
    }
  }

  private mutating func readRoads(_ folder: String) {
    guard Folder.files(folder, ending: "roads.tsv").count > 0 else { return }
    attempt { sources throws(GazetteerError) in
      for row in try Self.table(folder + "/roads.tsv").rows {
        let road = try Self.road(row, folder: folder)
        sources.roads.append(road)
        sources.add(PlaceSource(road))
      }
    }
  }

  private static func road(_ row: TableRow, folder: String) throws(GazetteerError) -> RoadSource {
    do {
      var road = try RoadSource(row)
      let table = try Self.table(folder + "/" + road.waypointFile)
      for waypoint in table.rows { try road.addWaypoint(waypoint) }
      guard road.waypoints.count >= 2 else {
        throw GazetteerError.source(
          file: table.file, line: 1, problem: "a road needs 2 waypoints or more, this one has \(road.waypoints.count)")
      }
      return road
    } catch let error as TableError {
      throw .table(error)
    } catch let error as GazetteerError {
      throw error
    } catch {
      throw .source(file: row.file, line: row.line, problem: "\(error)")
    }
  }

  private mutating func readBoundaries(_ path: String) {
    attempt { sources throws(GazetteerError) in sources.boundaries += try BoundarySource.read(path) }
  }

  private mutating func attempt(_ body: (inout GazetteerSources) throws(GazetteerError) -> Void) {
    do { try body(&self) } catch { faults.append(error) }
  }

  private static func table(_ path: String) throws(GazetteerError) -> Table {
    let file: MappedFile
    do { file = try MappedFile(path) } catch { throw .file(error) }
    do { return try Table(file) } catch { throw .table(error) }
  }

  private static func bytes(_ path: String) throws(GazetteerError) -> [UInt8] {
    do { return try MappedFile(path).withBytes { Array($0) } } catch { throw .file(error) }
  }
}
