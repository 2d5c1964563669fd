public import Formats

/// Why there is nothing to compare with.
public enum EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file cannot be read.
  case file(FileError)
  /// A file is no JSON.
  case json(JSONError)
  /// A table is broken.
  case table(TableError)
  /// A part of a truth file is not what its form wants; `part` is its path: `events[3].point`.
  case form(file: String, part: String, wanted: String)
  /// There is no truth in it.
  case empty(path: String, wanted: String)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .json(let error): error.description
    case .table(let error): error.description
    case .form(let file, let part, let wanted): "\(file): \(part): write \(wanted)"
    case .empty(let path, let wanted): "\(path): nothing to compare with; \(wanted)"
    }
  }
}

/// Reads files, with this module's errors.
enum Truthful {
  static func file(_ path: String) throws(EvaluationError) -> MappedFile {
    do { return try MappedFile(path) } catch { throw .file(error) }
  }

  static func json(_ file: MappedFile) throws(EvaluationError) -> JSONValue {
    do { return try JSONValue.parse(file) } catch { throw .json(error) }
  }
}
