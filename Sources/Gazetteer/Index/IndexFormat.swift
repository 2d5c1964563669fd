/// The index file, byte by byte. All numbers are little-endian; every offset inside a section counts from its start.
///
///     0    8  magic "EVMAPGAZ"
///     8    4  version
///     12   4  number of sections
///     16   8  length of the file
///     24   8  FNV-1a 64 of the header with these eight bytes taken as zero
///     32  32  SHA-256 of everything behind the header: the content hash
///     64 16n  sections in the order of `IndexSection`: offset from the file's start (8), length (8)
///     512     the sections, each beginning at a multiple of 8
///
/// Strings are offsets into the string pool (0 is the empty string): length (2), UTF-8 bytes.
/// Hash tables are open-addressed: a power of two of 16-byte slots `key (8, 0 is free), start (4), count and flags (4)`,
/// probed upwards, and round the end, from the slot that the top bits of the key number.
enum IndexFormat {
  static let magic: [UInt8] = Array("EVMAPGAZ".utf8)
  /// Raised whenever a byte changes its meaning; an index of another version is refused.
  static let version: UInt32 = 5
  static let headerLength = 512
  static let checksumOffset = 24
  static let contentHashOffset = 32
  static let sectionTableOffset = 64

  /// A place, 64 bytes: lon (8), lat (8; NaN for a road), id (4), name (4), arabic name (4), admin1 (4), admin2 (4),
  /// admin3 (4), source (4), population (4; 0xFFFFFFFF unknown), country (2 ASCII letters, 0 unknown),
  /// kind (1, row of the kinds section), reserved (1), first name (4), number of names (2), reserved (6).
  enum Place {
    static let size = 64
    static let lon = 0, lat = 8, id = 16, name = 20, arabic = 24, admin1 = 28, admin2 = 32, admin3 = 36
    static let source = 40, population = 44, country = 48, kind = 50, firstName = 52, nameCount = 56
    static let unknownPopulation = UInt32.max
  }

  /// A name, 16 bytes: place (4), as written (4), folded (4), kind (1), flags (1), spelling sets as bits (1), reserved (1).
  enum Name {
    static let size = 16
    static let place = 0, written = 4, folded = 8, kind = 12, flags = 13, sets = 14
    /// Written in capitals only and short: US, UAE, U.K.
    static let abbreviation: UInt8 = 1
  }

  /// What is left of a name without its articles, its letters read as Latin ones; 8 bytes and its text: length of the
  /// text (1), spelling set (1), number of names (2), first name (4), text.
  enum Content {
    static let size = 8
    static let length = 0, set = 1, nameCount = 2, firstName = 4
  }

  /// An entry of `IndexSection.spellingEntries`, 7 bytes: low byte of the key (1), the letters of the content
  /// (2, `SpellingTable.letters`), offset of the content (4).
  enum SpellingEntry {
    static let size = 7
    static let mark = 0, letters = 1, content = 3
  }

  /// A slot of a hash table. In the table of word chains the top bit of the count says that a name goes on from here.
  enum Slot {
    static let size = 16
    static let key = 0, start = 8, count = 12
    static let continues: UInt32 = 1 << 31
  }

  /// A road, 32 bytes: place (4), name (4), other names parted by `|` (4), distance key (4), from (4), to (4),
  /// first coordinate (4), number of coordinates (4).
  enum Road {
    static let size = 32
    static let place = 0, name = 4, others = 8, key = 12, from = 16, to = 20, first = 24, count = 28
  }

  /// The boundary of a unit, 64 bytes: west, south, east, north (8 each), id (4), name (4), country (2), kind (1),
  /// reserved (1), first ring (4), number of rings (4), first of its numbers in `strips` (4), number of strips (4),
  /// reserved (4).
  ///
  /// Strips part the box into equal bands of latitude. In `strips` stand one number more than there are strips: where in
  /// `stripEdges` the edges of a strip begin, and where those of the last one end.
  enum Boundary {
    static let size = 64
    static let west = 0, south = 8, east = 16, north = 24, id = 32, name = 36, country = 40, kind = 42
    static let firstRing = 44, ringCount = 48, firstStrip = 52, stripCount = 56
  }

  /// A ring, 16 bytes: first coordinate (4), number of coordinates (4), 1 for a hole (4), reserved (4).
  enum Ring {
    static let size = 16
    static let first = 0, count = 4, hole = 8
  }

  /// A kind of place, 64 bytes: name (4), geo_precision (2), where_prec (2), radius in meters (8), built-up radius in
  /// meters (8), news weight (8), first of its places in `placesByKind` (4), number of them (4), GeoNames' codes parted
  /// by `|` (4), reserved (20).
  enum Kind {
    static let size = 64
    static let name = 0, geoPrecision = 4, wherePrecision = 6, radius = 8, builtUp = 16, weight = 24
    static let firstPlace = 32, placeCount = 36, codes = 40
  }

  /// A spelling file, 16 bytes: language (4), reserved (4), offset of its bytes in this section (4), length (4).
  enum Spelling {
    static let size = 16
    /// A name's spelling sets are bits of a byte.
    static let most = 8
    static let language = 0, offset = 8, length = 12
  }

  /// A position: lon (8), lat (8).
  static let coordinateSize = 16
}

/// The sections of an index in the order of the header's table.
enum IndexSection: Int, CaseIterable {
  /// `IndexFormat.Place` records; the number of a record is the place's reference.
  case places
  /// The string pool.
  case strings
  /// `IndexFormat.Name` records, a place's names side by side, the primary first.
  case names
  /// Hash table: chain of words -> `postings`. One chain for the exact words, one for each spelling set.
  case chains
  /// Numbers of names (4 each).
  case postings
  /// `IndexFormat.Content` records, one behind another.
  case contents
  /// Numbers of names (4 each), those of a content side by side, the greater places first.
  case contentNames
  /// Where each bucket of `spellingEntries` begins (4 each), a power of two of them, and where the last one ends. A key
  /// (`SpellingKeys`) belongs to the bucket that its top bits number.
  case spellingStarts
  /// `IndexFormat.SpellingEntry` records: what is filed under the keys of spellings.
  case spellingEntries
  /// Numbers of names (4 each) in the order of their folded bytes.
  case prefixOrder
  /// Hash table: id -> number of the place in `start`.
  case ids
  /// Numbers of places with a point (4 each), a balanced k-d tree in place: lon splits first, then lat, in turn.
  case spatial
  /// `IndexFormat.Road` records.
  case roads
  /// `IndexFormat.Boundary` records.
  case boundaries
  /// `IndexFormat.Ring` records.
  case rings
  /// Positions of roads and rings.
  case coordinates
  /// `IndexFormat.Kind` records.
  case kinds
  /// Number of spelling files (8), `IndexFormat.Spelling` records, then the files' bytes.
  case spellings
  /// Numbers of places (4 each), those of a kind side by side.
  case placesByKind
  /// For cells of one degree, from the south-west, eastwards first: where in `gridBoundaries` its boundaries begin (4), and
  /// one more number for the end; empty when there are no boundaries.
  case grid
  /// Numbers of the boundaries whose boxes meet a cell (4 each), ascending.
  case gridBoundaries
  /// See `IndexFormat.Boundary`.
  case strips
  /// Edges that meet a strip, as the number of their first position (4 each); the second position follows it.
  case stripEdges
}
