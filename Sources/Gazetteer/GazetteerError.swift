public import Formats
public import Geometry

/// Why a gazetteer cannot be compiled or opened.
public enum GazetteerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The operating system refused.
  case file(FileError)
  /// A table that is no table.
  case table(TableError)
  /// A boundary file that is no GeoJSON.
  case boundary(GeoJSONError)
  /// A fault in a source table, road or boundary.
  case source(file: String, line: Int?, problem: String)
  /// An index file that cannot be used; `problem` is what is wrong with it.
  case index(file: String, problem: String)
  /// No place has this id or name.
  case unknownPlace(String)

  /// One sentence: file, line, what is wrong, and the cure.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .table(let error): error.description
    case .boundary(let error): error.description
    case .source(let file, let line, let problem): "\(file):\(line.map { "\($0): " } ?? " ")\(problem)"
    case .index(let file, let problem): "\(file): \(problem): run `eventmapper gazetteer build`"
    case .unknownPlace(let name):
      "no place \"\(name)\" in the gazetteer: give an id or a name that `eventmapper resolve` finds"
    }
  }
}
