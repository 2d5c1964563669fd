import Formats
import Gazetteer
import Geodesy
import NewsText
import Records

/// What one worker remembers of places and names; see `NameMemory`.
final class PlaceMemory {
  let names: NameMemory
  let knowledge: Knowledge
  /// Countries, units and ranks by their numbers; 0 is none.
  let numbers = Numbering()
  /// Names of units by their numbers; 0 is none.
  let unitNames = Numbering()
  /// How far names of a text tell where others are, by the number of a kind.
  let nearness: [Nearness]
  private let scope: Scope
  private var bias: KnownPlace?
  private var restriction: KnownPlace?
  private let places = OwnedCell(TwoWayCache<KnownPlace>(sets: 1 << 12))
  private var serial: UInt32 = 0
  /// Distances measured before: the places that news names together it names together again.
  private let distances = OwnedCell([(pair: UInt64, kilometers: Double)](repeating: (0, 0), count: 1 << 16))
  private let namesakes = OwnedCell(KnownNamesakes())
  private var lookUps = TwoWayCache<(text: String, kind: PlaceKind?, found: Namesakes)>(sets: 1 << 9)

  init(_ knowledge: Knowledge, _ scope: Scope) {
    names = NameMemory(knowledge.index)
    self.knowledge = knowledge
    self.scope = scope
    nearness = PlaceKind.allCases.map { Nearness($0, knowledge) }
    bias = scope.bias.map { known($0) }
    restriction = scope.restriction.map { known($0) }
  }

  var index: PlaceIndex { names.index }

  /// Forgets what is too much, between two texts.
  func makeRoom() { namesakes.value.makeRoom() }

  /// The place of a reference.
  func known(_ ref: PlaceRef) -> KnownPlace {
    places.value.value(at: ref.mark, where: { $0.ref == ref }) {
      serial += 1
      return KnownPlace(ref, serial, self)
    }
  }

  /// Whether the user's region holds a place; true where none is demanded.
  func allows(_ place: KnownPlace) -> Bool { restriction.map { Scope.lies(place, in: $0) } ?? true }

  /// Whether the region that the user prefers holds a place; true where none is preferred.
  func prefers(_ place: KnownPlace) -> Bool { bias.map { Scope.lies(place, in: $0) } ?? true }

  /// Kilometers on the ellipsoid between two places that have points.
  func kilometers(_ a: KnownPlace, _ b: KnownPlace) -> Double {
    let pair = UInt64(a.serial) << 32 | UInt64(b.serial)
    let slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 40) & (distances.value.count - 1)
    if distances.value[slot].pair == pair { return distances.value[slot].kilometers }
    guard let from = a.place.point, let to = b.place.point else { return .infinity }
    let found = Ellipsoid.distance(from, to).kilometers
    distances.value[slot] = (pair, found)
    return found
  }

  // MARK: Names

  /// Whether a name ends in a state.
  func isName(_ state: KnownState) -> Bool { namesakes.value.holds(state, self) }

  /// What may be meant by the name that ends in a state, written so.
  func namesakes(_ state: KnownState, _ writing: NameWriting) -> Namesakes {
    namesakes.value.usable(state, writing, self)
  }

  /// What a text may mean that calls an unknown name a place, by a look-up with tolerance up to a price. A name with
  /// another word is another place: "Ain Sheib" is not Sha'ab, nor "Abu Rasin" Tell Abu Rasayn.
  func lookedUp(_ text: String, limit: Double) -> Namesakes {
    lookUps.value(at: FNV1a64.hash(text), where: { $0.kind == nil && $0.text == text }) {
      let matches = index.rememberedLookUp(text, limit: 12).filter {
        $0.nameKind != .demonym && $0.cost <= limit && !$0.reasons.contains { $0.hasSuffix("\" on one side") }
      }
      return (text, nil, Namesakes(matches, self))
    }.found
  }

  /// The places of exactly that name that a noun of a kind may call.
  func exact(_ text: String, called kind: PlaceKind) -> Namesakes {
    lookUps.value(at: FNV1a64.hash(text), where: { $0.kind == kind && $0.text == text }) {
      let matches = index.exactMatches(text, limit: 60).filter { kind.fits(index.kind(at: $0.ref)) }
      return (text, kind, Namesakes(matches, self))
    }.found
  }
}

/// Texts by their numbers, from 1 on; the empty text is 0.
final class Numbering {
  private var numbers: [String: Int] = ["": 0]
  private(set) var texts = [""]

  /// The number of a text, the next one where it is new.
  func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}
