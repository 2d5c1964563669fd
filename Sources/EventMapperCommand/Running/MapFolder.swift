import Formats
import Geometry
import Records
import Territory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of control maps, one a day.
struct MapFolder {
  let path: String

  init(_ path: String) { self.path = path }

  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// The GeoJSON files in the order of their names.
  func files() throws -> [String] {
    guard let handle = opendir(path) else { throw FileError(.read, path: path, code: errno) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix("."), [".geojson", ".json"].contains(where: name.hasSuffix) { names.append(name) }
    }
    return names.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }

  /// The features of a control map. One that lost features would show ground as free that is held: it is refused, after
  /// each fault was told with its ring and point.
  static func features(_ name: String) throws -> FeatureCollection {
    var isFaulty = false
    let collection = try Input.features(name, isFaulty: &isFaulty)
    if isFaulty { throw LostGround(file: name) }
    return collection
  }
}

/// A control map of which not everything could be read.
struct LostGround: Error, CustomStringConvertible {
  let file: String
  var description: String { "\(file): without the features named above the map would be a false one; correct them" }
}
