extension StoryScore {
  /// Rows for a table.
  public func figures(set: String) -> [Figure] {
    toponymFigures(set) + eventFigures(set)
  }

  /// Rows on toponyms alone.
  public func toponymFigures(_ set: String) -> [Figure] {
    let kinds = ["all", "point", "area", "geonames"]
    return exact.figures(set, "toponyms exact") + overlap.figures(set, "toponyms overlap")
      + kinds.flatMap { kind in placement[kind]?.figures(set, "resolution \(kind)") ?? [] }
      + [Figure(set, "decoys taken", decoysTaken)]
  }

  /// Rows on events alone.
  public func eventFigures(_ set: String) -> [Figure] {
    events.figures(set, "events") + eventsWithoutDate.figures(set, "events without date")
      + eventsWithoutType.figures(set, "events without type") + likenessFigures(set)
      + [
        Figure(set, "false events from not-events", falseFromNotEvents),
        Figure(set, "false events from elsewhere", falseFromElsewhere),
      ] + rules.flatMap { $0.figures(set) }
  }

  private func likenessFigures(_ set: String) -> [Figure] {
    let like = likeness
    return [
      Figure(set, "matched type exact", share(like.type, of: events.right)),
      Figure(set, "matched date exact", share(like.day, of: events.right)),
      Figure(set, "matched median km", median(like.distances)),
      Figure(set, "matched fatalities exact", share(like.fatalities, of: like.withFatalities)),
      Figure(set, "matched fatalities in range", share(like.fatalitiesInRange, of: like.withFatalities)),
      Figure(set, "matched fatalities null kept", share(like.nullKept, of: like.withoutFatalities)),
    ]
  }
}
