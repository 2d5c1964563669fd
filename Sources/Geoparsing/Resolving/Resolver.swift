import Gazetteer
import NewsText
import Records

/// Prices the readings of all names of a document and decides last.
///
/// First what each name says by itself, then what the document is about, then what lies near what, then the relations
/// with numbers; every step adds to the prices of the one before.
struct Resolver {
  private let prices: Prices
  /// Keep what each price added, for fitting.
  var isTraced = false
  /// The readings of all names, those of one name together.
  var readings: [Reading] = []
  var states: [NameReadings] = []
  /// Reasons of single readings in words (`ReasonList`).
  var texts: [[String]] = []
  /// How much of each price went into the sums of the readings that are traced, in the order of `PriceName`.
  private(set) var amounts: [[Double]] = []
  /// The share that each country and each first-level unit has in what the document names, by their numbers.
  var shares: [Double] = []
  /// The country that the document is about, by its number; 0 for none.
  var focus = 0

  init(_ prices: Prices) { self.prices = prices }

  /// The cheapest reading of a name, nil where there is none.
  func best(_ name: Int) -> Reading? { states[name].isEmpty ? nil : readings[states[name].range.lowerBound] }

  /// Reads everything but the relations of definite places, which need the names' places.
  mutating func resolve(_ work: inout Workspace) {
    gather(work)
    ContainerReader.read(work, &self)
    Evidence.read(work, &self)
    for name in states.indices { priceWords(name, work) }
    priceLists(work)
    weighCountries(work)
    for name in states.indices { priceFocus(name, work) }
    sort()
    priceNearness(work)
    sort()
    describe(&work)
    priceDescriptions(work)
    sort()
    priceRelations(work)
    sort()
    keepSense(work)
    sort()
    refute(work)
    doubt(work)
  }

  private func describe(_ work: inout Workspace) {
    guard !work.definites.isEmpty else { return }
    let focus = focus > 0 ? work.memory.numbers.texts[focus] : nil
    DefiniteResolver(chosen: states.indices.map { best($0)?.known }, focus: focus).resolve(&work)
  }

  /// A reading that the text refutes is gone, for every mention of the name that the text does not tell apart.
  private mutating func refute(_ work: Workspace) {
    var refuted = HashedTable<[UInt64]>()
    for name in states.indices {
      for index in states[name].range where readings[index].isRefuted {
        refuted[work.texts[name].lower, default: []].append(readings[index].mark)
      }
    }
    guard !refuted.isEmpty else { return }
    for name in states.indices where !work.names[name].isGiven {
      let gone = states[name].isExplicit ? [] : refuted[work.texts[name].lower] ?? []
      remove(name) { $0.isRefuted || gone.contains($0.mark) }
    }
  }

  /// Takes readings away; the others keep their order.
  private mutating func remove(_ name: Int, where isGone: (Reading) -> Bool) {
    var end = states[name].range.lowerBound
    for index in states[name].range where !isGone(readings[index]) {
      if end < index { readings[end] = readings[index] }
      end += 1
    }
    states[name].keep(end - states[name].range.lowerBound)
  }

  private mutating func sort() {
    let states = states
    readings.withUnsafeMutableBufferPointer { readings in
      for name in states.indices {
        let range = states[name].range
        for index in range.dropFirst() where readings[index].stands(before: readings[index - 1]) {
          var part = UnsafeMutableBufferPointer(rebasing: readings[range])
          part.sort { $0.stands(before: $1) }
          break
        }
      }
    }
  }

  // MARK: The name by itself

  private mutating func gather(_ work: Workspace) {
    states.reserveCapacity(work.names.count)
    readings.reserveCapacity(work.names.reduce(0) { $0 + $1.namesakes.matches.count })
    for name in work.names.indices {
      let first = readings.count
      var kinds = KindSet()
      if isTraced || work.names[name].isGiven {
        for index in work.names[name].namesakes.matches.indices { add(index, of: work.names[name], work, &kinds) }
      } else {
        readings.append(contentsOf: work.names[name].namesakes.readings)
        kinds = work.names[name].namesakes.readingKinds
      }
      var hasExact = false
      for index in first..<readings.count where readings[index].cost == 0 { hasExact = true }
      states.append(NameReadings(first..<readings.count, kinds: kinds, hasExact: hasExact))
    }
  }

  /// Adds one match of a name that is given, or traced: an adjective counts where the user gave it.
  private mutating func add(_ index: Int, of name: FoundName, _ work: Workspace, _ kinds: inout KindSet) {
    let (match, known) = (name.namesakes.matches[index], name.namesakes.places[index])
    if match.nameKind == .demonym, name.role != .demonym, !name.isGiven { return }
    guard work.memory.allows(known) else { return }
    var reading = Reading(match, index, known, work.memory)
    if isTraced {
      reading.trace = Int32(amounts.count)
      amounts.append([Double](repeating: 0, count: PriceName.allCases.count))
      for (amount, price) in Reading.standing(match, known, work.memory) {
        amounts[amounts.count - 1][price.rawValue] += amount
      }
    }
    readings.append(reading)
    kinds.insert(reading.kind)
  }

  // MARK: Prices and reasons

  /// Adds an amount of one price to a reading.
  mutating func add(_ amount: Double, of price: PriceName, _ index: Int) {
    readings[index].add(amount, of: price, prices)
    let trace = Int(readings[index].trace)
    if trace >= 0 { amounts[trace][price.rawValue] += amount }
  }

  /// Adds a reason to a reading of a name.
  mutating func note(_ reason: ReasonList.Standing, _ name: Int, _ index: Int, _ work: Workspace) {
    makeRoom(name, index, work)
    readings[index].reasons.append(reason)
  }

  /// Adds that the text calls the place so.
  mutating func note(called kind: PlaceKind, _ name: Int, _ index: Int, _ work: Workspace) {
    makeRoom(name, index, work)
    readings[index].reasons.append(called: kind)
  }

  /// Adds a reason in words.
  mutating func note(_ text: String, _ name: Int, _ index: Int, _ work: Workspace) {
    makeRoom(name, index, work)
    readings[index].reasons.append(text, to: &texts)
  }

  private mutating func makeRoom(_ name: Int, _ index: Int, _ work: Workspace) {
    guard readings[index].reasons.isFull else { return }
    let match = work.names[name].namesakes.matches[Int(readings[index].match)]
    readings[index].reasons.settle(match.reasons, &texts)
  }

  // MARK: One sense a document

  /// "the Libyan capital" tells which Tripoli is meant.
  private mutating func priceDescriptions(_ work: Workspace) {
    for found in work.definites where found.demonym != nil {
      guard let place = found.place else { continue }
      for name in states.indices where states[name].range.contains(where: { readings[$0].place.id == place.id }) {
        for index in states[name].range where readings[index].place.id != place.id {
          add(1, of: .otherSense, index)
        }
      }
    }
  }

  /// A name that the text does not tell apart keeps the sense that it has where the text does.
  private mutating func keepSense(_ work: Workspace) {
    var senses = HashedTable<[(mark: UInt64, count: Int)]>()
    for name in states.indices where states[name].isExplicit && work.names[name].role != .demonym {
      guard let mark = best(name)?.mark else { continue }
      Self.count(mark, in: &senses[work.texts[name].lower, default: []])
    }
    guard !senses.isEmpty else { return }
    for name in states.indices where !states[name].isExplicit && states[name].range.count > 1 {
      guard let sense = senses[work.texts[name].lower] else { continue }
      let total = Double(sense.reduce(0) { $0 + $1.count })
      for index in states[name].range {
        let mark = readings[index].mark
        let share = Double(sense.first { $0.mark == mark }?.count ?? 0) / total
        add(1 - share, of: .otherSense, index)
        if share > 0.5 { note(.sense, name, index, work) }
      }
    }
  }

  private static func count(_ mark: UInt64, in sense: inout [(mark: UInt64, count: Int)]) {
    if let known = sense.firstIndex(where: { $0.mark == mark }) {
      sense[known].count += 1
    } else {
      sense.append((mark, 1))
    }
  }
}
