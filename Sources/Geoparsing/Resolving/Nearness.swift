import Formats
import Gazetteer
import Glibc
import Records

/// The names that tell where others are, in the order of the text.
struct Anchors {
  private let names: [Int]
  private let starts: [Int]
  /// For each anchor the next one before and behind it that has another text.
  private var otherBefore: [Int] = []
  private var otherBehind: [Int] = []

  /// So many anchors tell where a name is.
  private static let most = 6

  init(_ names: [Int], _ work: Workspace) {
    self.names = names
    starts = names.map { work.names[$0].tokens.lowerBound }
    otherBefore = names.indices.map { $0 - 1 }
    otherBehind = names.indices.map { $0 + 1 }
    func isSame(_ a: Int, _ b: Int) -> Bool { work.texts[names[a]].exact == work.texts[names[b]].exact }
    for place in names.indices.dropFirst() where isSame(place, place - 1) {
      otherBefore[place] = otherBefore[place - 1]
    }
    for place in names.indices.dropLast().reversed() where isSame(place, place + 1) {
      otherBehind[place] = otherBehind[place + 1]
    }
  }

  /// Gives the nearest names of another text, the nearest first; of two as far the one before.
  @inline(__always)
  func eachNearest(to name: Int, _ work: Workspace, _ body: (Int) -> Void) {
    let start = work.names[name].tokens.lowerBound
    let text = work.texts[name].exact
    var behind = starts.partitioningIndex(where: { $0 >= start })
    var before = behind - 1
    for _ in 0..<Self.most {
      while before >= 0, work.texts[names[before]].exact == text { before = otherBefore[before] }
      while behind < names.count, work.texts[names[behind]].exact == text { behind = otherBehind[behind] }
      if before >= 0, behind >= names.count || start - starts[before] <= starts[behind] - start {
        body(names[before])
        before -= 1
      } else if behind < names.count {
        body(names[behind])
        behind += 1
      } else {
        break
      }
    }
  }
}

/// A point whose distance from others is asked for.
struct NearPoint {
  /// Held by whoever holds the point's reading.
  private let place: Unmanaged<KnownPlace>
  let direction: SIMD3<Double>

  /// nil where the place has no point.
  init?(_ reading: Reading) {
    guard let direction = reading.direction else { return nil }
    place = reading.unmanaged
    self.direction = direction
  }

  /// Kilometers on the ellipsoid.
  private func kilometers(to other: NearPoint, _ memory: PlaceMemory) -> Double {
    place._withUnsafeGuaranteedRef { here in
      other.place._withUnsafeGuaranteedRef { memory.kilometers(here, $0) }
    }
  }

  /// How often the distance from the nearest of the points, less a radius, doubles a length, between 0 and the most that
  /// counts. The sphere decides where it is sure, the ellipsoid else.
  func doublings(from points: [NearPoint], _ nearness: Nearness, _ memory: PlaceMemory) -> Double {
    var chord = Double.infinity
    for point in points { chord = min(chord, Sphere.chord(point.direction, direction)) }
    if chord <= nearness.nearChord { return 0 }
    if chord >= nearness.farChord { return nearness.most }
    // Longer lines grow on the sphere by more than their share: what is left out is farther for certain.
    let farthest = chord * (1 + Sphere.error) / (1 - Sphere.error)
    var nearest = Double.infinity
    for point in points where Sphere.chord(point.direction, direction) <= farthest {
      nearest = min(nearest, point.kilometers(to: self, memory))
    }
    return nearness.doublings(nearest)
  }
}

/// How far from other places of a text one of a kind is near or far: in kilometers, and as straight lines between
/// directions where the sphere is sure.
struct Nearness: Sendable {
  /// From the edge of an area: what lies in a province is near it.
  private let radius: Double
  /// So many doublings are as far as counts.
  let most: Double
  /// Up to here nothing is doubled.
  let nearChord: Double
  /// From here on it is as far as counts.
  let farChord: Double

  /// Kilometers that are near.
  private static let unit = 25.0

  init(_ kind: PlaceKind, _ knowledge: Knowledge) {
    let radius = kind.isArea ? knowledge.index.info(of: kind).radius / 1000 : 0
    let most = knowledge.prices[.farLimit] / max(knowledge.prices[.far], 0.05)
    self.radius = radius
    self.most = most
    nearChord = Sphere.chord(ofKilometers: (Self.unit + radius) / (1 + Sphere.error))
    farChord = Sphere.chord(
      ofKilometers: (Self.unit * exp2(most) * (1 + Sphere.error) + radius) / (1 - Sphere.error))
  }

  /// How often a distance in kilometers doubles what is near.
  func doublings(_ kilometers: Double) -> Double {
    min(most, max(0, Odds.doublings(max(kilometers - radius, 1), of: Self.unit)))
  }
}
