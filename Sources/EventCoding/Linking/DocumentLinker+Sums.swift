import NewsText
import Records

/// Tellings that sum up what the text tells part by part.
extension DocumentLinker {
  /// "Have killed 50 over the past two days".
  func isOfDays(_ frame: Frame) -> Bool {
    guard let time = frame.time, time.isOwn, !time.date.isExact else { return false }
    return time.date.window.end - time.date.window.start >= 1
  }

  /// The tellings, those marked of which others tell the parts: quarters of a city, places near by, single days.
  func roughened(_ told: [Frame]) -> [Frame] {
    told.map { frame in
      guard frame.spots.count == 1, !frame.isSummary, frame.isLead || !isVague(frame) else { return frame }
      var frame = frame
      frame.isRough = told.contains { other in
        let distance = other.sentence - frame.sentence
        return (Compatibility.types(frame.type, other.type) || frame.isLoose)
          && (distance >= 0 && (frame.isLead || distance <= 2)
            && other.spots.contains { isNarrower($0, frame.spots[0]) }
            || isDay(other, of: frame))
      }
      return frame
    }
  }

  func isNarrower(_ spot: PlaceSpot, _ rough: PlaceSpot) -> Bool {
    Compatibility.lies(spot, inTown: rough)
      || Compatibility.isVague(rough) && !Compatibility.isVague(spot) && !spot.isCoarse
        && Compatibility.isWithinReach(spot, of: rough)
  }

  /// One of the days that the other telling sums up.
  func isDay(_ frame: Frame, of other: Frame) -> Bool {
    guard isOfDays(other), let stretch = other.time, let time = frame.time, time.isOwn, time.date.isExact else {
      return false
    }
    return stretch.date.window.overlaps(time.date.window)
  }

  func finer(than frame: Frame) -> Int? {
    clusters.firstIndex { cluster in
      Compatibility.types(cluster.type, frame.type) && Compatibility.days(cluster.time, frame.time)
        && frame.spots.contains { Compatibility.places(cluster.spot, $0) } && cluster.spot?.isCoarse == false
    }
  }

  /// A telling with fewer victims in a place of the region or of the city, or on one of the days: the figure sums up.
  func part(of frame: Frame) -> Int? {
    let total = victims(frame.toll)
    guard total > 0, !tellsOne(frame) else { return nil }
    return clusters.firstIndex { cluster in
      let known = victims(cluster.toll)
      guard known > 0, known < total, isOfDays(frame) ? cluster.time?.isOwn == true : true else { return false }
      return (Compatibility.types(cluster.type, frame.type) || frame.isLoose)
        && Compatibility.days(cluster.time, frame.time)
        && cluster.spot?.isCoarse == false && Compatibility.sides(cluster.agents, frame.agents)
        && frame.spots.contains { isPart(cluster.spot, of: $0, frame) }
    }
  }

  /// "A suicide bomber blew himself up": one act sums up nothing.
  func tellsOne(_ frame: Frame) -> Bool {
    let sentence = reading.sentences[frame.sentence]
    return sentence.clauses[frame.clause].subjects.contains {
      let group = sentence.nouns[$0]
      return !group.isPlural && reading.has(group, reading.classes("suicide"))
        && reading.lexicon.words.words("indefinite").contains(reading.word(group.tokens.lowerBound))
    }
  }

  func isPart(_ spot: PlaceSpot?, of whole: PlaceSpot, _ frame: Frame) -> Bool {
    guard let spot, frame.isRough else { return Compatibility.places(spot, whole) }
    return isOfDays(frame) ? Compatibility.places(spot, whole) : isNarrower(spot, whole)
  }

  func victims(_ toll: Toll) -> Int { (toll.fatalities ?? toll.fatalitiesHigh ?? 0) + (toll.injured ?? 0) }
}
