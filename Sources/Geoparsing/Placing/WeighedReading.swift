public import NewsText
public import Records

/// A reading that was weighed: the place, and how much of each price spoke against it.
public struct WeighedReading: Sendable {
  /// The place.
  public let place: Place
  /// The amounts, in the order of `Geoparser.priceNames`; their sum, each times its price, is the reading's price.
  public let amounts: [Double]
}

extension Geoparser {
  /// The names of the prices in `prices.tsv`, in the order of `WeighedReading.amounts`.
  public static var priceNames: [String] { PriceName.allCases.map(\.text) }

  /// The prices that are sums' weights, and so may be fitted to annotated texts.
  public static var fittedPrices: Set<String> { Set(PriceName.allCases.filter(\.isFitted).map(\.text)) }

  /// The values of the prices, in the order of `priceNames`.
  public var prices: [Double] { knowledge.prices.all }

  /// The readings of given spans, each with what was weighed: for fitting the prices.
  public func weigh(spans: [Span], of document: Document) -> [[WeighedReading]] {
    withMemory { memory in
      var work = named(document, memory)
      let given = spans.map { GivenSpan($0, in: document) }
      GivenSpan.place(given, in: &work)
      var resolver = prepared(&work)
      resolver.isTraced = true
      resolver.resolve(&work)
      return given.map { span in
        guard let name = work.names.firstIndex(where: { $0.tokens == span.tokens }) else { return [] }
        return resolver.readings[resolver.states[name].range].map {
          WeighedReading(place: $0.place, amounts: resolver.amounts[Int($0.trace)])
        }
      }
    }
  }
}
