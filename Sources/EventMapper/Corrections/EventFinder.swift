import Records

/// Finds the event that a correction speaks of: by id, else by document and quote.
enum EventFinder {
  /// The places of the events that go by the address: one, none, or several that share a quote.
  static func places(of address: EventAddress, in events: [Event]) -> [Int] {
    if let id = address.id {
      let found = events.indices.filter { events[$0].id == id }
      if !found.isEmpty { return Array(found.prefix(1)) }
    }
    guard let document = address.docID, let quote = address.quote else { return [] }
    let exact = events.indices.filter { place in
      events[place].mentions.contains { $0.docID == document && $0.quote == quote }
    }
    if !exact.isEmpty { return exact }
    return events.indices.filter { place in
      events[place].mentions.contains { $0.docID == document && has(quote, in: $0) }
    }
  }

  /// Whether a mention's words hold the quote, or are part of it.
  static func has(_ quote: String, in mention: EventMention) -> Bool {
    mention.quote.contains(quote) || mention.sentence.contains(quote) || quote.contains(mention.quote)
  }
}
