extension PlaceIndex {
  /// Adds to the price of each spelling how much less likely it is than the likeliest one, where the marks of the name
  /// asked for tell who wrote it. Names as written stay as they are.
  func weigh(_ hits: inout [SpellingHit], of spelling: String, _ scratch: LookUpScratch) {
    guard hits.count > 1 else { return }
    for (number, search) in scratch.searches.enumerated() where !search.rules.readings.isEmpty {
      let own = hits.indices.filter { hits[$0].rules == number }
      guard own.count > 1, search.readings.take(spelling) else { continue }
      let prices = own.map { price(of: hits[$0], search) }
      let least = prices.min() ?? 0
      for (place, price) in zip(own, prices) {
        hits[place].reading = price - least
        hits[place].cost += price - least
      }
    }
    hits.sort { ($0.cost, $0.layer, $0.place) < ($1.cost, $1.layer, $1.place) }
  }

  private func price(of hit: SpellingHit, _ search: SpellingSearch) -> Float {
    let name = NameRecord(file: layers[Int(hit.layer)].file, number: Int(hit.name))
    let dropped: Float = hit.dropped == nil ? 0 : search.rules.prices.generic
    return dropped + (search.readings.price(of: name.written, hit.dropped) ?? Self.unread)
  }

  /// Of a name that cannot be read: in another script.
  private static let unread: Float = 1
}
