import Formats
import Records

/// Compiles other people's tables into an index of its own: GeoNames dumps (plain or zipped), CSV or tab-separated
/// tables, GeoJSON points.
///
/// For example: `importer.read(["SY.zip", "alternateNamesV2.zip"])`, then `importer.write(to: "syria.index")`. A faulty
/// line is told and left out; the rest is taken in. Memory stays bounded however many rows there are.
public final class GazetteerImporter {
  /// How far an import has come.
  public struct Progress: Sendable {
    /// Rows looked through for the names of units, before any is taken in.
    public internal(set) var searched = 0
    /// Rows read of all files.
    public internal(set) var rows = 0
    /// Places taken in.
    public internal(set) var places = 0
    /// Rows that tell a place again that was taken in before.
    public internal(set) var repeated = 0
    /// Rows left out.
    public internal(set) var faults = 0
  }

  /// How far the import has come.
  public private(set) var progress = Progress()

  private let folder: String
  private let rules: IndexRules
  private let kinds: FeatureKinds
  private let known: PlaceIndex
  private var writer: IndexWriter
  private var places = ImportedPlaces()
  private let alternates: AlternateNames
  private var units: [String: String] = [:]
  private let onFault: (ImportFault) -> Void
  private let onProgress: (Progress) -> Void

  /// Rows between two reports of progress.
  private static let pace = 50_000

  /// - Parameters:
  ///   - known: the gazetteer whose kinds and spelling rules the new index takes over, and whose boundaries tell the
  ///     country and the first-level unit of rows that do not say theirs.
  ///   - folder: where the index will lie: files without a name are made there while it is built.
  ///   - onFault: called for each line that is left out.
  ///   - onProgress: called every fifty thousand rows.
  public init(
    known: PlaceIndex, folder: String, onFault: @escaping (ImportFault) -> Void,
    onProgress: @escaping (Progress) -> Void = { _ in }
  ) {
    self.folder = folder
    self.known = known
    rules = IndexRules(of: known)
    kinds = FeatureKinds(rules.kinds)
    writer = IndexWriter(rules, folder: folder)
    alternates = AlternateNames(folder: folder)
    self.onFault = onFault
    self.onProgress = onProgress
  }

  /// The folder that a file lies in: the place for `folder`.
  public static func folder(of path: String) -> String { Folder.of(path) }

  // MARK: Reading

  /// Reads files, in any order and of any form. A file that cannot be read is a fault like a line.
  public func read(_ paths: [String]) {
    var files: [ImportFile] = []
    for path in paths {
      do { files += try ImportFile.open(path, folder: folder) } catch { tell(error, path) }
    }
    let forms = files.map(\.form)
    // Names and units first: the rows of places then find them.
    for (file, form) in zip(files, forms) where form == .alternateNames { readNames(file) }
    for (file, form) in zip(files, forms) where form == .geoNames { readUnits(file) }
    for (file, form) in zip(files, forms) { readPlaces(file, form) }
  }

  private func readNames(_ file: ImportFile) {
    alternates.read(file, progress: { self.count() }) { line, problem in self.tell(file, line, problem) }
  }

  /// The names of first- and second-level units, by their codes.
  private func readUnits(_ file: ImportFile) {
    file.forEachLine { _, _, bytes in
      self.progress.searched += 1
      if self.progress.searched % Self.pace == 0 { self.onProgress(self.progress) }
      let row = GeoNamesRow(bytes)
      guard row.cellCount == GeoNamesRow.cells else { return }
      for (level, code) in [(1, "ADM1"), (2, "ADM2")] where row.code == code {
        if let unit = row.unit(level: level) { units[unit] = row.name }
      }
    }
  }

  private func readPlaces(_ file: ImportFile, _ form: ImportFile.Form) {
    switch form {
    case .alternateNames: break
    case .geoNames: readGeoNames(file)
    case .table:
      TablePlaces(file, kinds).read {
        self.take($0, file, $1)
      } fault: {
        self.tell(file, $0, $1)
      }
    case .geoJSON:
      GeoJSONPlaces(file, kinds).read {
        self.take($0, file, $1)
      } fault: {
        self.tell(file, $0, $1)
      }
    }
  }

  private func readGeoNames(_ file: ImportFile) {
    file.forEachLine { line, _, bytes in
      let row = GeoNamesRow(bytes)
      guard row.cellCount == GeoNamesRow.cells else {
        return self.tell(
          file, line,
          "\(row.cellCount) cells where a GeoNames row has \(GeoNamesRow.cells); part the cells by single tabs")
      }
      guard UTF8Check.firstFault(in: bytes) == nil else {
        return self.tell(file, line, "bytes that are not UTF-8; save the file as UTF-8")
      }
      do throws(RowFault) {
        var place = try row.place(self.kinds)
        place.admin1 = row.unit(level: 1).flatMap { self.units[$0] }
        place.admin2 = row.unit(level: 2).flatMap { self.units[$0] }
        if let number = row.number { self.addAlternates(to: &place, number) }
        self.take(place, file, line)
      } catch {
        self.tell(file, line, error.sentence)
      }
    }
  }

  private func addAlternates(to place: inout PlaceSource, _ number: UInt64) {
    guard !alternates.isEmpty else { return }
    let names = alternates.names(of: number)
    place.arabicName = (names.first { $0.isArabic && $0.isPreferred } ?? names.first { $0.isArabic })?.text
    let isSettlement = place.kind.isSettlement
    place.otherNames += names.map(\.text).filter { !isSettlement || CleanText.isWritten($0) }
  }

  // MARK: Taking in

  private func take(_ place: PlaceSource, _ file: ImportFile, _ line: Int?) {
    guard let point = place.point else { return }
    count()
    var place = place
    if place.id.isEmpty { place.id = ImportedPlaces.id(name: place.name, point) }
    switch places.add(place.id, point) {
    case .again: progress.repeated += 1
    case .elsewhere:
      progress.rows -= 1
      tell(file, line, "id \(place.id) has another coordinate in an earlier row; keep one of them or give each an id")
    case .new:
      complete(&place)
      writer.add(place)
      progress.places += 1
    }
  }

  /// What the row does not say and the boundaries know.
  private func complete(_ place: inout PlaceSource) {
    guard place.country == nil || place.admin1 == nil || place.country == "SY", let point = place.point else { return }
    let found = known.units(at: point)
    place.country = place.country ?? found.country
    guard !place.kind.isLarge, place.country == found.country else { return }
    // One name for a unit, whatever the dump calls it.
    place.admin1 = place.id.hasPrefix("geonames:") ? found.admin1 ?? place.admin1 : place.admin1 ?? found.admin1
    place.admin2 = place.admin2 ?? found.admin2
  }

  // MARK: Telling

  private func count() {
    progress.rows += 1
    if progress.rows % Self.pace == 0 { onProgress(progress) }
  }

  private func tell(_ file: ImportFile, _ line: Int?, _ problem: String) {
    count()
    progress.faults += 1
    onFault(ImportFault(file: file.name, line: line, problem: problem))
  }

  private func tell(_ error: GazetteerError, _ path: String) {
    progress.faults += 1
    let head = "\(path): "
    let text = error.description
    onFault(
      ImportFault(file: path, line: nil, problem: text.hasPrefix(head) ? String(text.dropFirst(head.count)) : text))
  }

  // MARK: Writing

  /// Writes the index whole or not at all; until then nothing is changed at the path.
  ///
  /// - Throws: when nothing was taken in, the disk is full, or the names need more than 4 GiB.
  public func write(to path: String) throws(GazetteerError) {
    guard progress.places > 0 else {
      throw .source(file: path, line: nil, problem: "nothing to write, no place was taken in")
    }
    if let failure = alternates.failure { throw .file(failure) }
    // What tells rows apart is not needed any more, and memory is.
    places = ImportedPlaces()
    try IndexAssembly(try writer.sections()).write(to: path)
  }
}

extension PlaceKind {
  /// Larger than a first-level unit, or such a unit itself: its point lies in one, and tells nothing.
  fileprivate var isLarge: Bool {
    switch self {
    case .continent, .country, .region, .sea, .governorate, .province: true
    default: false
    }
  }
}
