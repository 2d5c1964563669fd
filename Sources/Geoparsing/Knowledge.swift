import Formats
import Gazetteer
import NewsText
import Records

/// What every stage knows: language, prices, seats of government, places. One for all texts and workers.
final class Knowledge: Sendable {
  let lexicon: Lexicon
  let prices: Prices
  let seats: Seats
  let index: PlaceIndex

  init(lexicon: Lexicon, prices: Prices, seats: Seats, index: PlaceIndex) {
    (self.lexicon, self.prices, self.seats, self.index) = (lexicon, prices, seats, index)
  }
}

/// The seats of government by country (`Data/capitals.tsv`).
struct Seats: Sendable {
  private var names: [String: [String]] = [:]

  init(file: String) throws {
    for row in try Table(MappedFile(file)).rows {
      names[try row.text("country")] = row.list("capital")
    }
  }

  /// A capital by its country and one of the names of the seat.
  func isSeat(_ place: Place) -> Bool {
    guard place.kind == .city || place.kind == .town, let country = place.country else { return false }
    return names[country]?.contains(place.name) ?? false
  }

  /// The seat of a country, found in the gazetteer.
  func seat(of country: String, in memory: PlaceMemory) -> Place? {
    for name in names[country] ?? [] {
      for match in memory.index.rememberedLookUp(name, limit: 8) where match.cost == 0 {
        let place = memory.known(match.ref).place
        if place.country == country, place.kind == .city || place.kind == .town { return place }
      }
    }
    return nil
  }
}
