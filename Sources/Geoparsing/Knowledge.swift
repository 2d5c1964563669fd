import Formats
import Gazetteer
import NewsText
import Records

/// What every stage knows: language, prices, seats of government, places.
struct Knowledge: Sendable {
  let lexicon: Lexicon
  let prices: Prices
  let seats: Seats
  let index: PlaceIndex
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

  /// A country, or the seat of its government: what may stand for the government.
  func isGovernment(_ place: Place) -> Bool { place.kind == .country || isSeat(place) }

  /// The seat of a country, found in the gazetteer.
  func seat(of country: String, in index: NameMemory) -> Place? {
    for name in names[country] ?? [] {
      for match in index.lookUp(name, limit: 8) where match.cost == 0 {
        let place = index.place(at: match.ref)
        if place.country == country, place.kind == .city || place.kind == .town { return place }
      }
    }
    return nil
  }
}
