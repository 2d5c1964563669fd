import Formats
import Geometry
import Records

extension ControlPageData {
  /// The member `frames`: the ground of each side and the front, day by day.
  func writeFrames(_ writer: inout JSONWriter) {
    writer.key("frames")
    writer.array {
      for frame in story.frames {
        $0.breakLine()
        $0.object {
          $0.member("day", frame.day.description)
          $0.key("areas")
          $0.array { for area in frame.areas { write(area, &$0) } }
          $0.key("front")
          $0.array { for line in frame.front { $0.geometry(PageData.coarse(line.shape)) } }
        }
      }
    }
  }

  private func write(_ area: ControlArea, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("side", area.side)
      $0.member("status", area.status.rawValue)
      $0.member("color", maker.stylebook.color(ofSide: area.side))
      $0.member("area_km2", area.areaKM2)
      $0.key("shape")
      $0.geometry(PageData.coarse(.multiPolygon(MultiPolygon(area.shape.polygons))))
    }
  }

  /// The member `changes`: every settlement that changed hands, with its ground and all that led to it.
  func writeChanges(_ writer: inout JSONWriter) {
    writer.key("changes")
    writer.array {
      for change in story.changes {
        $0.breakLine()
        $0.object {
          $0.member("day", change.day.description)
          $0.member("id", change.settlement)
          $0.member("name", change.name)
          $0.member("from", change.from)
          $0.member("to", change.to)
          $0.member("status", change.status.rawValue)
          $0.member("area_km2", change.areaKM2)
          $0.member("color", maker.stylebook.color(ofSide: change.to))
          $0.member("causes", .array(change.causes.map(cause)))
          $0.key("shape")
          $0.geometry(PageData.coarse(.multiPolygon(MultiPolygon(change.ground.polygons))))
        }
      }
    }
  }

  private func cause(_ cause: ControlCause) -> JSONValue {
    [
      "event": text(cause.eventID), "sources": .array(cause.sources.map { .string(FeatureMaker.cited($0)) }),
      "quote": text(cause.quote), "doc": text(cause.docID), "doubt": text(cause.doubt), "note": text(cause.note),
    ]
  }

  /// The member `ground`: layers thinned to what the page can show, and the roads that are followed.
  func writeGround(_ writer: inout JSONWriter) {
    let extent = story.extent
    let thinning = Thinning(around: extent)
    writer.key("ground")
    writer.object {
      ground.writeLayers(thinning, &$0)
      $0.member(
        "places", .array(PlaceRank.labels(ground.places.filter { near($0, extent) }, in: thinning.view, homes: [])))
      $0.member("credits", .array(ground.credits.map { .string($0) }))
    }
  }

  /// Whether a place lies on the ground that the report is about.
  private func near(_ place: Feature, _ extent: BoundingBox?) -> Bool {
    guard let extent, let box = place.geometry?.boundingBox else { return true }
    return extent.intersects(box)
  }
}

extension ControlStory {
  /// The box round the ground of its first map.
  var extent: BoundingBox? {
    frames.first?.areas.compactMap(\.shape.boundingBox).reduce(nil) { box, next in box?.union(next) ?? next }
  }
}
