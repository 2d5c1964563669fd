import Formats
import Geometry
public import Records

/// Every place the program knows, opened from one or more compiled index files.
///
/// Files are layered: a place of a later file replaces the one with the same id in an earlier file.
/// Opening maps the files and reads their headers; nothing is parsed a place.
public final class PlaceIndex: Sendable {
  let layers: [Layer]
  /// Spelling rules of all layers that running text follows, at most `mostSpellings`.
  let spellings: [SpellingRules]
  /// Spelling rules of all layers: what a look-up tolerates.
  let tolerances: [SpellingRules]
  /// The tables of word chains, a layer each; they lie in the files that `layers` keeps mapped.
  let chains: [SlotTable]
  /// The places of each layer, and the kinds that their rows say.
  private let places: [(window: Window, kinds: [PlaceKind])]
  /// What is customary for each kind, by its number.
  private let infos: [PlaceKindInfo]
  /// What is asked again and again of the same names and points, and the roads.
  let lookUpMemo = Memo<LookUpQuestion, [NameMatch]>(slots: 1 << 14)
  let unitMemo = Memo<Coordinate, AdminUnits>(slots: 1 << 12)
  let roadMemo = Memo<Int, [Road]>(slots: 1)
  /// What look-ups work with, one for each that goes on at the same time.
  let scratches = Pool<LookUpScratch>()

  /// Rule files that running text may follow at once (a `NameState` has a chain for each).
  static let mostSpellings = 4

  /// An index file and which of the `spellings` its own are.
  struct Layer: Sendable {
    let file: IndexFile
    /// For each rule file of the index its number in `tolerances`.
    let sets: [Int]
  }

  /// Opens index files in the order in which they replace each other.
  public init(paths: [String]) throws(GazetteerError) {
    var layers: [Layer] = []
    var tolerances: [SpellingRules] = []
    for path in paths {
      let file = try IndexFile(path: path)
      var sets: [Int] = []
      for rules in file.spellings {
        if let known = tolerances.firstIndex(where: { $0.seed == rules.seed }) {
          sets.append(known)
        } else {
          sets.append(tolerances.count)
          tolerances.append(rules)
        }
      }
      guard tolerances.count(where: \.isForText) <= Self.mostSpellings else {
        throw .index(file: path, problem: "more than \(Self.mostSpellings) spelling files for running text")
      }
      layers.append(Layer(file: file, sets: sets))
    }
    spellings = tolerances.filter(\.isForText)
    self.tolerances = tolerances
    self.layers = layers
    chains = layers.map { SlotTable(window: $0.file[.chains]) }
    places = layers.map { ($0.file[.places], $0.file.kinds.map(\.kind)) }
    infos = PlaceKind.allCases.map { kind in
      layers.reversed().lazy.compactMap { $0.file.kinds.first { $0.kind == kind } }.first ?? .unknown(kind)
    }
  }

  /// The kind of the place of a reference: cheaper than the place itself.
  public func kind(at ref: PlaceRef) -> PlaceKind {
    let layer = Int(ref.layer)
    let row = Int(places[layer].window.u8(Int(ref.number) * IndexFormat.Place.size + IndexFormat.Place.kind))
    return row < places[layer].kinds.count ? places[layer].kinds[row] : .other
  }

  /// What is customary for a kind: radius, precision, how likely news names it.
  public func info(of kind: PlaceKind) -> PlaceKindInfo { infos[kind.number] }

  /// Records in all files; a replaced place counts twice.
  public var count: Int { layers.reduce(0) { $0 + $1.file.placeCount } }

  /// SHA-256 of the content of all files, joined by `+` in their order.
  public var contentHash: String { layers.map(\.file.contentHash).joined(separator: "+") }

  /// One line a file: path, places, names, hash.
  public var info: [FileInfo] {
    layers.map { layer in
      FileInfo(
        path: layer.file.path, places: layer.file.placeCount, names: layer.file.nameCount,
        contentHash: layer.file.contentHash, spellings: layer.file.spellings.map(\.language))
    }
  }

  /// What an index file holds.
  public struct FileInfo: Hashable, Sendable {
    /// The file.
    public let path: String
    /// Number of places.
    public let places: Int
    /// Number of names.
    public let names: Int
    /// SHA-256 of its content.
    public let contentHash: String
    /// Languages whose spelling rules it carries.
    public let spellings: [String]
  }

  /// Reads every byte of every file and compares it with the file's hash.
  public func verify() throws(GazetteerError) {
    for layer in layers { try layer.file.verify() }
  }
}
