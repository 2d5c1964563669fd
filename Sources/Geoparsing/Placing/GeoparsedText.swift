public import Records

/// What the geoparser read in a document.
public struct GeoparsedText: Sendable {
  /// Names, in the order of the text.
  public internal(set) var toponyms: [Toponym] = []
  /// Descriptions that stand for places, in the order of the text.
  public internal(set) var definitePlaces: [DefinitePlace] = []
  /// Relations, in the order of the text.
  public internal(set) var relations: [SpatialRelation] = []
  /// Place phrases, in the order of the text.
  public internal(set) var phrases: [LocationPhrase] = []
  /// Look-ups in the gazetteer that the reading took, for tests of its cost.
  public internal(set) var probes = 0

  /// Nothing read yet.
  public init() {}

  /// The place that a reference leads to.
  public func place(_ reference: PlaceReference) -> Place? {
    switch reference {
    case .toponym(let index): toponyms[index].chosen
    case .definite(let index): definitePlaces[index].place
    }
  }

  /// The tokens of a reference.
  public func tokens(_ reference: PlaceReference) -> Range<Int> {
    switch reference {
    case .toponym(let index): toponyms[index].tokens
    case .definite(let index): definitePlaces[index].tokens
    }
  }

  /// The phrase that holds a token, nil where none does.
  public func phrase(at token: Int) -> LocationPhrase? {
    phrases.first { $0.tokens.contains(token) }
  }

  /// The phrases that begin in a range of tokens.
  public func phrases(in range: Range<Int>) -> [LocationPhrase] {
    phrases.filter { range.contains($0.tokens.lowerBound) }
  }

  /// The toponym that covers a token, nil where none does.
  public func toponym(at token: Int) -> Int? {
    // By halving; element by element, for a toponym is much to copy.
    var (low, high) = (0, toponyms.count)
    while low < high {
      let middle = (low + high) / 2
      if toponyms[middle].tokens.upperBound > token { high = middle } else { low = middle + 1 }
    }
    return low < toponyms.count && toponyms[low].tokens.contains(token) ? low : nil
  }
}
