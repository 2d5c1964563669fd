import Evaluation
import Geometry
import Geoparsing
import NewsText
import Records

/// `evaluate mentions --fit`: prices of readings from annotated toponyms.
struct PriceFitting {
  let reader: MentionReader

  /// A line for each price, and how well the prices choose where there is a choice.
  func report(on folders: [String]) throws -> String {
    let toponyms = try folders.flatMap(toponyms)
    let geoparser = reader.geoparser
    let fit = PriceFit(names: Geoparser.priceNames, given: geoparser.prices, fitted: Geoparser.fittedPrices)
    let prices = fit.prices(for: toponyms)
    var lines = ["# name\tgiven\tfitted"]
    for (name, (given, fitted)) in zip(fit.names, zip(fit.given, prices)) {
      lines.append("\(name)\t\(given)\t\((fitted * 100).rounded() / 100)")
    }
    let shares = [
      ("given", fit.accuracy(fit.given, on: toponyms)), ("fitted", fit.accuracy(prices, on: toponyms)),
      ("on texts not fitted to", fit.crossValidated(toponyms)),
    ]
    for (name, share) in shares {
      lines.append("# right, \(name): \(share.map { "\(($0 * 1000).rounded() / 1000)" } ?? "-")")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func toponyms(_ folder: String) throws -> [WeighedToponym] {
    if GoldStories.isSet(folder) {
      return try GoldStories(folder: folder).stories.flatMap { story in
        weighed(story.article(), story.toponyms.map { ($0.text, $0.span, $0.point) })
      }
    }
    let set = try ToponymSet(folder: folder)
    return set.articles.flatMap { article in
      weighed(article, set.toponyms(of: article).map { ($0.text, $0.span, $0.point) })
    }
  }

  private func weighed(_ article: Article, _ wanted: [(text: String, span: Span, point: Coordinate?)])
    -> [WeighedToponym]
  {
    let document = reader.analyzer.analyze(article)
    let readings = reader.geoparser.weigh(spans: wanted.map(\.span), of: document)
    return zip(wanted, readings).compactMap { (toponym, readings) -> WeighedToponym? in
      guard let point = toponym.point else { return nil }
      return WeighedToponym(
        docID: article.docID, text: toponym.text, point: point,
        readings: readings.map { ($0.amounts, $0.place.point) })
    }
  }
}
