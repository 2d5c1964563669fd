/// What a look-up works with, a search for each language's rules.
final class LookUpScratch: @unchecked Sendable {  // a `Pool` gives it to one look-up at a time
  /// In the order of `PlaceIndex.tolerances`.
  let searches: [SpellingSearch]

  init(_ index: PlaceIndex) {
    searches = index.tolerances.enumerated().map { SpellingSearch(index.layers, $1, number: $0) }
  }

  /// Adds what is found of a folded name.
  func find(
    _ folded: [UInt8], _ reach: SpellingReach, accept: ((PlaceRef) -> Bool)?, _ hits: inout SpellingHits
  ) {
    let plain =
      ScriptTable.isASCII(folded) ? folded.withUnsafeBufferPointer { ContentWords($0, articles: Articles()) } : nil
    for search in searches { search.begin(folded, plain: plain, reach, accept: accept) }
    for sort in SpellingKeys.Sort.allCases {
      for search in searches { search.find(sort, &hits) }
    }
    for search in searches {
      search.findAmongAll(&hits)
      search.end()
    }
  }
}

/// How far a look-up goes.
struct SpellingReach {
  /// Times what a name may cost.
  var loosened: Float = 1
  /// Times what a name may cost beyond the best one.
  var slack: Float = 1
  /// Whether a small gazetteer is searched to its end: by every sort of key, whatever was found before, and name by
  /// name if that was nothing good.
  var isThorough = false
}

extension PlaceIndex {
  /// Gives the body what look-ups work with.
  func withScratch<Result>(_ body: (LookUpScratch) -> Result) -> Result {
    scratches.with({ LookUpScratch(self) }, body)
  }
}
