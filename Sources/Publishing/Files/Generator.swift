public import Formats

/// What made a file: with the same input and the same hashes come the same bytes.
public struct Generator: Hashable, Sendable {
  /// The program.
  public var name: String
  /// Its version.
  public var version: String
  /// The hash of the gazetteer that was read, nil where none was.
  public var gazetteerHash: String?
  /// The hash of the rules that were read.
  public var rulesHash: String?

  /// A generator.
  public init(name: String = "eventmapper", version: String, gazetteerHash: String?, rulesHash: String?) {
    self.name = name
    self.version = version
    self.gazetteerHash = gazetteerHash
    self.rulesHash = rulesHash
  }

  /// The collection's member `generator`.
  public var object: JSONObject {
    var list = Properties()
    list.add("name", name)
    list.add("version", version)
    list.add("gazetteer_hash", gazetteerHash)
    list.add("rules_hash", rulesHash)
    return list.object
  }
}
