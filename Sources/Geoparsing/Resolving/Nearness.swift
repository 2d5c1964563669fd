import Formats
import Geodesy
import Geometry
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

  /// The nearest names of another text, the nearest first; of two as far the one before.
  func nearest(to name: Int, _ work: Workspace) -> [Int] {
    let start = work.names[name].tokens.lowerBound
    let text = work.texts[name].exact
    var behind = starts.partitioningIndex(where: { $0 >= start })
    var before = behind - 1
    var found: [Int] = []
    while found.count < Self.most {
      while before >= 0, work.texts[names[before]].exact == text { before = otherBefore[before] }
      while behind < names.count, work.texts[names[behind]].exact == text { behind = otherBehind[behind] }
      if before >= 0, behind >= names.count || start - starts[before] <= starts[behind] - start {
        found.append(names[before])
        before -= 1
      } else if behind < names.count {
        found.append(names[behind])
        behind += 1
      } else {
        break
      }
    }
    return found
  }
}

/// A point whose distance from others is asked for.
struct NearPoint {
  let known: KnownPlace
  let direction: SIMD3<Double>

  /// nil where the place has no point.
  init?(_ known: KnownPlace?) {
    guard let known, let direction = known.direction else { return nil }
    self.known = known
    self.direction = direction
  }

  /// How often the distance from the nearest of the points, less a radius, doubles a length, between 0 and `most`; all
  /// in kilometers. The sphere decides where it is sure, the ellipsoid else.
  func doublings(
    of unit: Double, from points: [NearPoint], beyond radius: Double, most: Double, _ memory: PlaceMemory
  ) -> Double {
    var chord = Double.infinity
    for point in points { chord = min(chord, Sphere.chord(point.direction, direction)) }
    let guess = chord.isFinite ? Sphere.kilometers(chord) : 0
    if guess * (1 + Sphere.error) - radius <= unit { return min(most, 0) }
    if guess * (1 - Sphere.error) - radius >= unit * exp2(most) * (1 + Sphere.error) { return most }
    var nearest = Double.infinity
    for point in points {
      let other = Sphere.kilometers(Sphere.chord(point.direction, direction))
      guard other * (1 - Sphere.error) <= guess * (1 + Sphere.error) else { continue }
      nearest = min(nearest, memory.kilometers(point.known, known))
    }
    return min(most, max(0, Odds.doublings(max(nearest - radius, 1), of: unit)))
  }
}
