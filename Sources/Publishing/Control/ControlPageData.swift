import Formats
import Geometry
import Records

/// Everything the report's script reads, as one JSON object.
struct ControlPageData {
  let story: ControlStory
  let maker: FeatureMaker
  let generator: Generator
  let ground: Ground

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("generator", .object(generator.object))
      $0.member("title", story.title)
      writeHead(&$0)
      $0.member("weeks", .array(story.weeks.map(week)))
      $0.member("roads", .array(story.roads.map(road)))
      $0.member("verdicts", .array(story.verdicts.map(verdict)))
      $0.member("idle", .array(story.idle.map { .object(ControlMembers.object(of: $0)) }))
      $0.member("inputs", .array(story.inputs.map { ["name": .string($0.name), "sha256": .string($0.hash)] }))
      $0.member("notes", .array(story.notes.map { .string($0) }))
      $0.member("n_settlements", story.settlements.count)
      writeFrames(&$0)
      writeChanges(&$0)
      writeGround(&$0)
    }
    return writer.bytes
  }

  /// The members `side`, `basis` and `sides`.
  func writeHead(_ writer: inout JSONWriter) {
    writer.member("side", story.side)
    writer.member("basis", story.basis.rawValue)
    writer.member("sides", .array(story.sides.map(side)))
  }

  private func side(_ name: String) -> JSONValue {
    ["name": .string(name), "color": .string(maker.stylebook.color(ofSide: name))]
  }

  private func week(_ week: ControlWeek) -> JSONValue {
    [
      "day": .string(week.day.description), "areas": .array(week.areasKM2.map { .double($0) }),
      "net": estimate(week.net), "since_start": estimate(week.sinceStart), "gained": .int(week.gainedCount),
      "lost": .int(week.lostCount), "front_km": .double(week.frontKM),
    ]
  }

  private func estimate(_ area: AreaEstimate) -> JSONValue {
    ["km2": .double(area.km2), "low": bound(area.low), "high": bound(area.high)]
  }

  private func bound(_ km2: Double?) -> JSONValue { km2.map { .double($0) } ?? .null }

  private func road(_ road: RoadStory) -> JSONValue {
    [
      "name": .string(road.name), "direction": .string(road.direction), "length_km": .double(road.lengthKM),
      "taken": days(road.taken), "cut": days(road.cut),
      "days": .array(
        road.days.map { day in
          [
            "day": .string(day.day.description), "km": .array(day.km.map { .double($0) }),
            "missing": .array(day.missing.map { .string($0) }),
          ]
        }),
    ]
  }

  private func days(_ days: [Day]) -> JSONValue { .array(days.map { .string($0.description) }) }

  private func verdict(_ verdict: ControlVerdict) -> JSONValue {
    let claim = verdict.claim
    return [
      "id": .string(claim.id), "kind": .string(claim.kind.rawValue), "value": .double(claim.value),
      "unit": .string(claim.unit), "value_km2": claim.valueKM2.map { .double($0) } ?? .null,
      "side": .string(claim.side), "since": .string(claim.since.description), "until": .string(claim.until.description),
      "within": text(claim.within), "quote": text(claim.quote), "note": text(claim.note),
      "sources": .array(claim.sources.map { .string(FeatureMaker.cited($0)) }),
      "computed": .double(verdict.computed), "low": .double(verdict.low), "high": .double(verdict.high),
      "verdict": .string(verdict.isConsistent ? "consistent" : "inconsistent"),
      "fits": .array(verdict.fitting.map { [.string($0.start.description), .string($0.end.description)] } ?? []),
      "changes": .array(verdict.changes.map { .int($0) }), "reasons": .array(verdict.reasons.map { .string($0) }),
    ]
  }

  func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
