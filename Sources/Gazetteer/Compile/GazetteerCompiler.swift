import Formats
import Records

/// Compiles the source tables into an index file. The same tables give the same bytes.
///
/// For example: `try GazetteerCompiler(folder: "Gazetteer", spelling: "Sources/Gazetteer/Data/spelling").write(to: path)`.
public struct GazetteerCompiler: Sendable {
  private let sources: GazetteerSources

  /// Reads a folder in the form of `Gazetteer/README.md` and the spelling files `LANGUAGE.tsv` of another.
  public init(folder: String, spelling: String) { sources = GazetteerSources(folder: folder, spelling: spelling) }

  init(sources: GazetteerSources) { self.sources = sources }

  /// What is wrong in the sources, in the order of reading. A faulty row is left out of the index.
  public var faults: [GazetteerError] { sources.faults }

  /// Places that will be in the index, roads among them.
  public var placeCount: Int { sources.places.count }

  /// The bytes of the index.
  public func bytes() throws(GazetteerError) -> [UInt8] {
    var bytes: [UInt8] = []
    let assembly = try assembly(folder: "/tmp")
    do { try assembly.write { bytes.append(contentsOf: $0) } } catch { throw .file(error) }
    return bytes
  }

  /// Writes the index whole or not at all. Sources with faults are refused: the first is thrown.
  public func write(to path: String) throws(GazetteerError) {
    if let fault = faults.first { throw fault }
    try assembly(folder: Folder.of(path)).write(to: path)
  }

  private func assembly(folder: String) throws(GazetteerError) -> IndexAssembly {
    var writer = IndexWriter(IndexRules(kinds: sources.kinds, spellings: sources.spellings), folder: folder)
    for place in sources.places { writer.add(place) }
    for road in sources.roads { writer.add(road) }
    for boundary in sources.boundaries { writer.add(boundary) }
    return IndexAssembly(try writer.sections())
  }
}
