import Geometry
public import Records

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Scores toponyms that were found, or resolved at given spans, against a set.
public struct ToponymEvaluation {
  /// The set.
  public let set: ToponymSet
  /// Whether demonyms ("Russian") count as found; the sets of the field mark none.
  public var countsDemonyms: Bool

  /// An evaluation on a set. `countsDemonyms` is for given spans, among which there may be some.
  public init(_ set: ToponymSet, countsDemonyms: Bool = false) {
    self.set = set
    self.countsDemonyms = countsDemonyms
  }

  /// The score; `mentions` gives those of an article, end to end or for the spans of `set.toponyms(of:)`.
  public func score(_ mentions: (Article) -> [Mention]) -> ToponymScore {
    var score = ToponymScore()
    for article in set.articles {
      let found = mentions(article).filter { countsDemonyms || $0.role != .demonym }
      add(article, set.toponyms(of: article), found, to: &score)
    }
    return score
  }

  private func add(
    _ article: Article, _ wanted: [ToponymSet.Toponym], _ found: [Mention], to score: inout ToponymScore
  ) {
    let (there, here) = (Set(wanted.map(\.span)), Set(found.map(\.span)))
    let right = there.intersection(here).count
    score.exact += Detection(right: right, surplus: here.count - right, missed: there.count - right)
    score.overlappingFound += here.count { span in there.contains { $0.overlaps(span) } }
    score.overlappedWanted += there.count { span in here.contains { $0.overlaps(span) } }
    for toponym in wanted { place(toponym, found, article, &score) }
    for mention in found where !there.contains(where: { $0.overlaps(mention.span) }) {
      score.misses.append(miss(article, "surplus toponym", mention.text, mention.span))
    }
  }

  private func place(
    _ toponym: ToponymSet.Toponym, _ found: [Mention], _ article: Article, _ score: inout ToponymScore
  ) {
    let near = found.filter { $0.span.overlaps(toponym.span) }
    guard let place = toponym.point else {
      if near.isEmpty { score.misses.append(miss(article, "missed toponym", toponym.text, toponym.span)) }
      return
    }
    let best = near.filter { ToponymEvaluation.isPlaced($0) }.min { off($0, toponym) < off($1, toponym) }
    let distance = best?.place?.point.map { SphereDistance.kilometers(place, $0) }
    score.distances.append(distance ?? ToponymScore.farthest)
    if let distance { score.matchedDistances.append(distance) }
    guard distance.map({ $0 > 161 }) ?? true else { return }
    let kind = near.isEmpty ? "missed toponym" : distance == nil ? "unplaced toponym" : "misplaced toponym"
    let words = distance.map { "\(toponym.text): \(Wording.km($0)) off, at \(best?.place?.name ?? "")" } ?? toponym.text
    score.misses.append(miss(article, kind, words, toponym.span))
  }

  /// The point 0,0 is what others write for "unknown".
  private static func isPlaced(_ mention: Mention) -> Bool {
    mention.place?.point.map { $0 != Coordinate(lon: 0, lat: 0) } ?? false
  }

  private func off(_ mention: Mention, _ toponym: ToponymSet.Toponym) -> Int {
    abs(mention.span.start - toponym.span.start) + abs(mention.span.end - toponym.span.end)
  }

  private func miss(_ article: Article, _ kind: String, _ sentence: String, _ span: Span) -> Miss {
    Miss(set: set.name, docID: article.docID, kind: kind, sentence: sentence, span: span)
  }
}

/// What came of comparing toponyms with a set.
public struct ToponymScore: Hashable, Sendable {
  /// What a toponym that was not placed is off: half the way round the earth, in kilometers.
  public static let farthest = 20039.0

  /// Spans found exactly.
  public var exact = Detection()
  /// Found spans that overlap a wanted one.
  public var overlappingFound = 0
  /// Wanted spans that a found one overlaps.
  public var overlappedWanted = 0
  /// How far off each wanted place is, missed ones included, in kilometers.
  public var distances: [Double] = []
  /// How far off each placed one is, in kilometers.
  public var matchedDistances: [Double] = []
  /// Everything that is wrong: missed, surplus, more than 161 km off.
  public var misses: [Miss] = []

  /// Nothing compared yet.
  public init() {}

  /// The share of all wanted places put within so many kilometers, nil where none is wanted.
  public func accuracy(_ kilometers: Double) -> Double? {
    share(distances.count { $0 <= kilometers }, of: distances.count)
  }

  /// The (upper) median of the distances in kilometers.
  public var medianKilometers: Double? { distances.isEmpty ? nil : distances.sorted()[distances.count / 2] }

  /// The mean logarithm of the distances over that of the farthest: 0 is perfect, 1 the antipodes (Gritta et al. 2018).
  public var areaUnderCurve: Double? {
    guard !distances.isEmpty else { return nil }
    return distances.reduce(0) { $0 + log(1 + $1) } / Double(distances.count) / log(ToponymScore.farthest)
  }

  /// Precision and recall where any overlap counts.
  public var overlap: (precision: Double?, recall: Double?) {
    (share(overlappingFound, of: exact.right + exact.surplus), share(overlappedWanted, of: exact.right + exact.missed))
  }

  /// Rows for a table.
  public func figures(set: String) -> [Figure] {
    exact.figures(set, "toponyms exact")
      + [
        Figure(set, "toponyms overlap precision", overlap.precision),
        Figure(set, "toponyms overlap recall", overlap.recall),
      ] + placingFigures(set: set)
  }

  /// Rows for a table: those of placing alone.
  public func placingFigures(set: String) -> [Figure] {
    Placement.limits.map { Figure(set, "resolution acc@\($0)km", accuracy(Double($0))) }
      + [Figure(set, "resolution median km", medianKilometers), Figure(set, "resolution auc", areaUnderCurve)]
  }
}

extension ToponymSet {
  /// The folder's own name.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
