import Formats
import Gazetteer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder that `make install` lays out as `share/eventmapper`.
struct DataFolder {
  let path: String

  /// The compiled gazetteer of this repository.
  var index: String { path + "/gazetteer.index" }
  /// The same with the cities of the world, nil where `make gazetteer` was not run.
  var worldIndex: String? {
    let world = path + "/world.index"
    return access(world, R_OK) == 0 ? world : nil
  }
  /// A module's words of English.
  func tables(_ module: String) -> String { "\(path)/\(module)/en" }

  /// Styles, ACLED's words, the page.
  var publishing: String { path + "/Publishing" }
  /// Lists of who held which settlement.
  var control: String { path + "/control" }
  /// What `evaluate` compares with when it is given nothing else.
  var seedsTruth: String { path + "/Evaluation/seeds-truth.json" }

  /// `$EVENTMAPPER_DATA`, else what lies beside the executable; never the current folder.
  static func find() throws -> DataFolder {
    if let named = getenv("EVENTMAPPER_DATA").map({ String(cString: $0) }), !named.isEmpty {
      guard let folder = candidates(named).first(where: isData) else { throw CommandFault.noDataThere(named) }
      return DataFolder(path: folder)
    }
    let folder = try executableFolder()
    let places = candidates(folder + "/share") + candidates(parent(folder) + "/share")
    guard let found = places.first(where: isData) else { throw CommandFault.noData(beside: folder) }
    return DataFolder(path: found)
  }

  private static func candidates(_ share: String) -> [String] { [share, share + "/eventmapper"] }

  private static func isData(_ path: String) -> Bool { access(path + "/gazetteer.index", R_OK) == 0 }

  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
  }

  /// Where the program itself lies, links followed.
  private static func executableFolder() throws -> String {
    guard let real = realpath("/proc/self/exe", nil) else {
      throw FileError(.read, path: "/proc/self/exe", code: errno)
    }
    defer { free(real) }
    return parent(String(cString: real))
  }
}
