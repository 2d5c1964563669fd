import Records

/// What keeps a verb from its work, told in one sentence with the cure.
enum CommandFault: Error, CustomStringConvertible {
  /// Nothing was installed.
  case noData(beside: String)
  /// `$EVENTMAPPER_DATA` names a folder without an index.
  case noDataThere(String)
  /// No place goes by the name; names like it.
  case noPlace(String, similar: [String])
  /// No place in the region goes by the name; names like it elsewhere.
  case noPlaceIn(String, region: String, elsewhere: [String])
  /// No region goes by the name; names like it.
  case noRegion(String, similar: [String])
  /// A file whose form cannot be known.
  case unknownEnding(String)
  /// No input gave such an event.
  case noEvent(String)
  /// No case of control goes by the name; the cases there are.
  case noCase(String, known: [String])
  /// A case file that names no list of settlements.
  case noSettlements(String)
  /// No road goes by the name; the roads there are.
  case noRoad(String, known: [String])
  /// Days so far apart that one must be wrong.
  case tooLong(String, String)
  /// Settlements without any day, and no day given.
  case noDay
  /// A day before the first that a list knows of.
  case earlyDay(Day, first: Day)
  /// A folder without a control map that can be read.
  case noMaps(String)
  /// No boundary is known of the unit.
  case noUnit(String)

  var description: String {
    switch self {
    case .noData(let folder):
      "no gazetteer in share/ or ../share/eventmapper beside \(folder); run `make install PREFIX=DIR`, "
        + "or give --gazetteer FILE or EVENTMAPPER_DATA"
    case .noDataThere(let folder):
      "no gazetteer.index in \(folder), which EVENTMAPPER_DATA names; name the folder that `make install` laid out"
    case .noPlace(let name, let similar):
      "no place \"\(name)\" in the gazetteer" + CommandFault.hint(similar) + "; give another spelling or LON,LAT"
    case .noPlaceIn(let name, let region, let elsewhere):
      "no place \"\(name)\" in \(region)"
        + (elsewhere.isEmpty ? "" : " (elsewhere: \(elsewhere.map { "\"\($0)\"" }.joined(separator: ", ")))")
        + "; give another spelling, or leave --in out"
    case .noRegion(let name, let similar):
      "no region \"\(name)\" in the gazetteer" + CommandFault.hint(similar) + "; give a country or one of its units"
    case .unknownEnding(let path):
      "\(path): no format goes with that ending; give --format or end it in .geojson .geojsonl .geojsons .csv .html"
    case .noCase(let name, let known):
      "no case \"\(name)\" in the data folder" + (known.isEmpty ? "" : " (it has \(known.joined(separator: ", ")))")
        + "; give one of its cases or a list of settlements (.tsv)"
    case .noSettlements(let path): "\(path): no row `settlements`; name the list of settlements beside it"
    case .noRoad(let name, let known):
      "no road \"\(name)\" in the gazetteer (it has \(known.joined(separator: ", "))); give one of them or a .geojson file"
    case .tooLong(let first, let last):
      "the days from \(first) to \(last) are more than ten years: correct the day, or give --since and --date"
    case .noDay: "no row of the list has a date; give --since DAY"
    case .earlyDay(let day, let first):
      "\(day) lies before the list's first day, \(first): it tells nothing of it; give that day or a later one"
    case .noMaps(let folder):
      "\(folder): no control map in it that can be read; a folder of maps has .geojson files, each with its day in its name"
    case .noUnit(let name):
      "no boundary of \"\(name)\" in the gazetteer; give a unit that has one, --box or --region FILE"
    case .noEvent(let id): "no event \(id) in the input; `eventmapper map` lists the ids"
    }
  }

  private static func hint(_ similar: [String]) -> String {
    similar.isEmpty ? "" : " (did you mean " + similar.map { "\"\($0)\"" }.joined(separator: " or ") + "?)"
  }
}
