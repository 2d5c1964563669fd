public import Records

/// Figures and misses of one set.
public struct EvaluationReport: Hashable, Sendable {
  /// Rows for a table.
  public var figures: [Figure]
  /// A row for everything that is wrong.
  public var misses: [Miss]

  /// A report.
  public init(figures: [Figure], misses: [Miss]) {
    self.figures = figures
    self.misses = misses
  }
}

/// A folder of annotated texts, of either kind.
public enum TextSet: Hashable, Sendable {
  /// `real/NN.txt` with `real/NN.gold.json`: events and toponyms.
  case stories(GoldStories)
  /// `docs.jsonl` with `gold.jsonl`: toponyms alone.
  case toponyms(ToponymSet)

  /// Reads whichever kind the folder holds.
  public init(folder path: String) throws(EvaluationError) {
    if GoldStories.isSet(path) {
      self = .stories(try GoldStories(folder: path))
    } else if ToponymSet.isSet(path) {
      self = .toponyms(try ToponymSet(folder: path))
    } else {
      throw .empty(path: path, wanted: "name a folder with docs.jsonl and gold.jsonl, or with real/NN.gold.json")
    }
  }

  /// The folder's own name.
  public var name: String {
    switch self {
    case .stories(let stories): stories.path.split(separator: "/").last.map(String.init) ?? stories.path
    case .toponyms(let toponyms): toponyms.name
    }
  }

  /// The figures on toponyms; `read` reads an article.
  public func mentionReport(_ read: (Article) -> Findings) -> EvaluationReport {
    switch self {
    case .stories(let stories):
      let score = stories.score { read($0.article()) }
      return EvaluationReport(
        figures: score.toponymFigures(name), misses: score.misses.filter { $0.kind.has("toponym") })
    case .toponyms(let toponyms):
      let score = ToponymEvaluation(toponyms).score { read($0).mentions }
      return EvaluationReport(figures: score.figures(set: name), misses: score.misses)
    }
  }

  /// The figures on events, nil for a set without any; `read` reads an article.
  public func eventReport(_ read: (Article) -> Findings) -> EvaluationReport? {
    guard case .stories(let stories) = self else { return nil }
    let score = stories.score { read($0.article()) }
    return EvaluationReport(figures: score.eventFigures(name), misses: score.misses.filter { !$0.kind.has("toponym") })
  }
}
