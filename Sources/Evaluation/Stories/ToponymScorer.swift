import Records

/// Compares the toponyms of one story. Literal ones are wanted; those in other roles are neither wanted nor wrong.
struct ToponymScorer {
  let story: GoldStory
  let mentions: [StoryPrediction.Mention]

  private static let optionalRoles: Set<String> = ["metonym", "embedded", "dateline"]
  private static let pointKinds: Set<String> = ["town", "village", "city", "district", "base", "crossing", "other"]
  /// How far off counts as misplaced, in kilometers.
  private static let misplaced = 20.0

  func score(into score: inout StoryScore) {
    let wanted = story.toponyms.filter { $0.role == "literal" }
    let exact = links(wanted) { $0 == $1 ? 1 : 0 }
    let overlap = links(wanted) { min($0.end, $1.end) - max($0.start, $1.start) }
    score.exact += detection(wanted, exact)
    score.overlap += detection(wanted, overlap)
    score.decoys += story.decoys.count
    score.decoysTaken += surplus(overlap).count { mention in story.decoys.contains { $0.overlaps(mention.span) } }
    place(wanted, overlap, &score)
    score.misses += surplus(overlap).map { miss("surplus toponym", $0.text, $0.span) }
  }

  /// For each wanted toponym the place of the mention that shares most with it; each mention serves once.
  private func links(_ wanted: [GoldToponym], _ shared: (Span, Span) -> Int) -> [Int?] {
    var used: Set<Int> = []
    return wanted.map { toponym in
      var best: (place: Int, shared: Int)?
      for (place, mention) in mentions.enumerated() where !used.contains(place) {
        let common = shared(mention.span, toponym.span)
        if common > best?.shared ?? 0 { best = (place, common) }
      }
      if let best { used.insert(best.place) }
      return best?.place
    }
  }

  private func surplus(_ links: [Int?]) -> [StoryPrediction.Mention] {
    let used = Set(links.compactMap(\.self))
    let tolerated = story.toponyms.filter { ToponymScorer.optionalRoles.contains($0.role) }
    return mentions.enumerated().filter { place, mention in
      !used.contains(place) && !tolerated.contains { $0.span.overlaps(mention.span) }
    }.map(\.element)
  }

  private func detection(_ wanted: [GoldToponym], _ links: [Int?]) -> Detection {
    let right = links.count { $0 != nil }
    return Detection(right: right, surplus: surplus(links).count, missed: wanted.count - right)
  }

  private func place(_ wanted: [GoldToponym], _ links: [Int?], _ score: inout StoryScore) {
    for (toponym, link) in zip(wanted, links) {
      guard let place = toponym.point else { continue }
      let distance = link.flatMap { mentions[$0].point }.map { SphereDistance.kilometers(place, $0) }
      var part = Placement()
      part.wanted = 1
      part.found = link == nil ? 0 : 1
      part.distances = distance.map { [$0] } ?? []
      for group in groups(toponym) { score.placement[group, default: Placement()] += part }
      if let complaint = complaint(link, distance) {
        let words = "\(toponym.text) (\(toponym.canonical)): \(complaint)"
        score.misses.append(miss(link == nil ? "missed toponym" : "misplaced toponym", words, toponym.span))
      }
    }
  }

  private func groups(_ toponym: GoldToponym) -> [String] {
    let kind = ToponymScorer.pointKinds.contains(toponym.kind) ? "point" : "area"
    return ["all", kind] + (toponym.coordinateSource == "g" ? ["geonames"] : [])
  }

  private func complaint(_ link: Int?, _ distance: Double?) -> String? {
    guard link != nil else { return "missed" }
    guard let distance else { return "no coordinates" }
    return distance > ToponymScorer.misplaced ? "\(Wording.km(distance)) off" : nil
  }

  private func miss(_ kind: String, _ sentence: String, _ span: Span) -> Miss {
    Miss(set: story.set, docID: story.name, kind: kind, sentence: sentence, span: span)
  }
}
