import Formats

/// The names of GeoNames' `alternateNamesV2.txt`, found by the number of their place.
///
/// The file is in the order of its own ids; what is kept of it is where each place's lines begin, sorted on disk.
final class AlternateNames {
  /// A further name of a place.
  struct Name {
    let text: String
    let isArabic: Bool
    let isPreferred: Bool
  }

  private static let leastCells = 4
  /// What stands in the place of a language where the cell is no name.
  private static let notNames: Set<String> = [
    "link", "post", "iata", "icao", "faac", "wkdt", "unlc", "tcid", "phon", "fr_1793",
  ]
  private static let offsetBits: UInt64 = 36

  private var files: [ImportFile] = []
  private let found: EntrySorter
  private let sorted: ScratchBytes
  private var isSorted = false

  init(folder: String) {
    found = EntrySorter(folder: folder)
    sorted = ScratchBytes(folder: folder)
  }

  /// Takes in a file; `fault` is called for every line that is none of its form.
  func read(_ file: ImportFile, progress: () -> Void, fault: (Int, String) -> Void) {
    let number = UInt32(files.count)
    files.append(file)
    file.forEachLine { line, offset, bytes in
      progress()
      let cells = GeoNamesRow(bytes)
      guard cells.cellCount >= Self.leastCells, let place = UInt64(CleanText.name(cells.cell(1))), place < 1 << 28
      else {
        return fault(line, "no row of alternate names; it has ten cells parted by tabs, the second a GeoNames number")
      }
      found.add(key: place << Self.offsetBits | UInt64(offset), number: number)
    }
  }

  var isEmpty: Bool { files.isEmpty }
  var failure: FileError? { found.failure ?? sorted.failure }

  /// The names of a place, in the order of the files.
  func names(of place: UInt64) -> [Name] {
    sortOnce()
    return sorted.withBytes { bytes in
      let window = Window(bytes: bytes)
      var row = firstRow(window, place)
      var names: [Name] = []
      while row < bytes.count / 12, window.u64(row * 12) >> Self.offsetBits == place {
        let offset = Int(window.u64(row * 12) & (1 << Self.offsetBits - 1))
        if let name = name(files[Int(window.u32(row * 12 + 8))], at: offset) { names.append(name) }
        row += 1
      }
      return names
    }
  }

  private func sortOnce() {
    guard !isSorted else { return }
    isSorted = true
    found.forEach { key, number in
      sorted.put(key)
      sorted.put(number)
    }
  }

  private func firstRow(_ window: Window, _ place: UInt64) -> Int {
    var (low, high) = (0, window.count / 12)
    while low < high {
      let middle = (low + high) / 2
      if window.u64(middle * 12) >> Self.offsetBits < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func name(_ file: ImportFile, at offset: Int) -> Name? {
    file.withLine(at: offset) { bytes in
      let cells = GeoNamesRow(bytes)
      let language = CleanText.name(cells.cell(2))
      let text = CleanText.name(cells.cell(3))
      guard !text.isEmpty, !Self.notNames.contains(language) else { return nil }
      let isPreferred = cells.cellCount > 4 && cells.cell(4).elementsEqual([UInt8(ascii: "1")])
      return Name(text: text, isArabic: language == "ar", isPreferred: isPreferred)
    }
  }
}
