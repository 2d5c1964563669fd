public import Formats

/// Why something cannot be published: its own data is missing or broken.
public enum PublishingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file of the data folder cannot be read.
  case file(FileError)
  /// A table of the data folder is broken.
  case table(TableError)
  /// A table lacks a row that the program needs.
  case noRow(file: String, key: String)
  /// The page's template names a part that nothing fills.
  case noPart(file: String, name: String)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .file(let error): "\(error.description) (the page and the tables are laid out by `make install`)"
    case .table(let error): error.description
    case .noRow(let file, let key): "\(file): no row for \(key); add one, every kind of record needs its style"
    case .noPart(let file, let name): "\(file): nothing fills {{\(name)}}; take it out or name a part that exists"
    }
  }
}
