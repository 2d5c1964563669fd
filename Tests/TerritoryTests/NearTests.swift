import TestSupport
import EventStore
import Geodesy
import Geometry
import Testing

@Suite struct NearTests {
  private let saraqib = at(36.80591, 35.86447)

  @Test func `distance, direction and certainty of points`() throws {
    let sites = [(270.0, 10000.0, 500.0), (0, 29_800, 500), (180, 30_300, 500), (90, 31_000, 500), (90, 29_000, 0)]
    let candidates = sites.enumerated().map { index, site in
      let place = Ellipsoid.direct(from: saraqib, azimuth: site.0, distance: Meters(site.1))
      return NearCandidate(id: "\(index)", shape: .point(place), radius: site.2 > 0 ? Meters(site.2) : nil)
    }
    let hits = try NearSearch(candidates).near(.point(saraqib), within: Meters(kilometers: 30))
    #expect(hits.map(\.id) == ["0", "4", "1", "2"])
    #expect(hits.map(\.within) == [.certain, .certain, .possible, .possible])
    for (hit, expected) in zip(hits, [10000.0, 29_000, 29_800, 30_300]) {
      #expect(abs(hit.distance.rawValue - expected) < 1e-6)
    }
    for (hit, expected) in zip(hits, [270.0, 90, 0, 180]) {
      let gap = abs(try #require(hit.azimuth) - expected)
      #expect(min(gap, 360 - gap) < 1e-9)
    }
    let free = try NearSearch(candidates).near(.point(saraqib), nearest: 2)
    #expect(free.map(\.id) == ["0", "4"] && free.allSatisfy { $0.within == nil })
  }

  @Test func `the limit itself is within`() throws {
    let place = Ellipsoid.direct(from: saraqib, azimuth: 40, distance: Meters(5000))
    let limit = Ellipsoid.distance(saraqib, place)
    let search = NearSearch([NearCandidate(id: "a", shape: .point(place))])
    #expect(try search.near(.point(saraqib), within: limit).map(\.within) == [.certain])
    #expect(try search.near(.point(saraqib), within: Meters(limit.rawValue.nextDown)).isEmpty)
    let here = NearSearch([NearCandidate(id: "b", shape: .point(saraqib))])
    #expect(try here.near(.point(saraqib), within: Meters(0)).map(\.azimuth) == [nil])
  }

  @Test func `an area is as near as its nearest point and certain only as a whole`() throws {
    let area = NearCandidate(id: "area", shape: box(37, 35.8, 37.2, 36))
    let search = NearSearch([area])
    let inside = try search.near(.point(at(37.1, 35.9)), within: Meters(kilometers: 5))
    #expect(inside.map(\.distance.rawValue) == [0] && inside[0].within == .possible && inside[0].azimuth == nil)
    #expect(try search.near(.point(at(37.1, 35.9)), within: Meters(kilometers: 15)).map(\.within) == [.certain])
    let west = try search.near(.point(saraqib), within: Meters(kilometers: 20))
    #expect(abs(west[0].distance.kilometers - 17.53) < 0.02 && west[0].within == .possible)
    #expect(abs(try #require(west[0].azimuth) - 90) < 0.2)
    let hole = Polygon(
      exterior: box(36, 35, 38, 37).polygons[0].exterior, holes: [box(36.5, 35.5, 37.5, 36.5).polygons[0].exterior])
    let holed = NearSearch([NearCandidate(id: "ring", shape: .polygon(hole))])
    #expect(try holed.near(.point(at(37, 36)))[0].distance.kilometers > 40)
  }

  @Test func `near a road is near its nearest point`() throws {
    let road = try Facts.m5()
    let places = [at(36.64, 35.93), at(36.995, 36.135), saraqib, at(38.2, 35.0)]
    let candidates = places.enumerated().map { NearCandidate(id: "\($0)", shape: .point($1)) }
    let hits = try NearSearch(candidates).near(.line(road), within: Meters(kilometers: 20))
    #expect(Set(hits.map(\.id)) == ["0", "1", "2"])
    for hit in hits {
      let foot = Ellipsoid.distance(from: places[hit.index], to: road)
      #expect(hit.distance == foot.distance)
      if let azimuth = hit.azimuth { #expect(azimuth == Ellipsoid.inverse(foot.nearest, places[hit.index]).azimuth) }
    }
    let areas = NearSearch([
      NearCandidate(id: "across", shape: box(36, 35.9, 38, 36)),
      NearCandidate(id: "beside", shape: box(37.5, 35, 37.6, 36)),
    ])
    let across = try areas.near(.line(road))
    #expect(across.map(\.id) == ["across", "beside"] && across[0].distance.rawValue == 0)
    #expect(across[1].distance.kilometers > 40 && across[1].distance.kilometers < 80)
  }

  @Test func `the index finds what brute force finds, also at the poles and the antimeridian`() throws {
    var random = Random(seed: 17)
    let candidates = try (0..<400).map { index in try random.candidate(index) }
    let search = NearSearch(candidates)
    let centers = [
      at(36.8, 35.9), at(180, -17), at(-180, -17), at(179.999, 0), at(0, 90), at(77, -90), at(-0.0, 0.0), at(10, 89.9),
    ]
    for center in centers + (0..<8).map({ _ in random.place() }) {
      let all = try NearSearch(candidates).near(.point(center))
      #expect(all.count == candidates.count)
      for limit in [1e3, 5e5, 3e6, 1.9e7] {
        let found = try search.near(.point(center), within: Meters(limit))
        #expect(found.map(\.index) == brute(candidates, center, limit))
        let few = try search.near(.point(center), within: Meters(limit), nearest: 7)
        #expect(few == Array(found.prefix(7)))
      }
      for count in [1, 10, 400, 1000] {
        #expect(try search.near(.point(center), nearest: count) == Array(all.prefix(count)))
      }
    }
  }

  /// Every point candidate by its plain distance, areas by every edge.
  private func brute(_ candidates: [NearCandidate], _ center: Coordinate, _ limit: Double) -> [Int] {
    let ways = candidates.enumerated().compactMap { index, candidate -> (Int, Double)? in
      let distances = candidate.shape.lines.map { Ellipsoid.distance(from: center, to: $0).distance.rawValue }
      let points = candidate.shape.lines.isEmpty ? candidate.shape.coordinates : []
      let least = (distances + points.map { Ellipsoid.distance(center, $0).rawValue }).min() ?? .infinity
      return least - (candidate.radius?.rawValue ?? 0) <= limit ? (index, least) : nil
    }
    return ways.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  @Test func `a road over the antimeridian`() throws {
    let road = try LineString([at(179.5, -17), at(-179.5, -17.2), at(-179, -16.8)])
    var random = Random(seed: 19)
    let candidates = (0..<300).map { index in
      NearCandidate(id: "\(index)", shape: .point(at(random.number(178...182).wrapped, random.number(-19 ... -15))))
    }
    let hits = try NearSearch(candidates).near(.line(road), within: Meters(kilometers: 60))
    let expected = candidates.indices.filter {
      Ellipsoid.distance(from: candidates[$0].shape.coordinates[0], to: road).distance.kilometers <= 60
    }
    #expect(Set(hits.map(\.index)) == Set(expected) && expected.count > 30)
  }

  @Test func `an area that runs on past 180 is met from either side`() throws {
    let circle = Ellipsoid.circle(center: at(179.9, -17), radius: Meters(kilometers: 50))
    let search = NearSearch([NearCandidate(id: "fiji", shape: .polygon(circle))])
    #expect(try search.near(.point(at(-179.9, -17)))[0].distance.rawValue == 0)
    #expect(try search.near(.point(at(179.6, -17)))[0].distance.rawValue == 0)
    let cap = NearSearch([
      NearCandidate(id: "pole", shape: .polygon(Ellipsoid.circle(center: at(0, 90), radius: Meters(kilometers: 50))))
    ])
    #expect(try cap.near(.point(at(123, 89.9)))[0].distance.rawValue == 0)
    #expect(abs(try cap.near(.point(at(123, 89)))[0].distance.kilometers - 61.7) < 0.3)
  }

  @Test func `what has no place is named, the rest is found`() throws {
    let search = NearSearch([
      NearCandidate(id: "none", shape: .collection([])), NearCandidate(id: "nan", shape: .point(at(.nan, 1))),
      NearCandidate(id: "swapped", shape: .point(at(36, 136))), NearCandidate(id: "good", shape: .point(saraqib)),
    ])
    #expect(search.unplaced == [0, 1, 2])
    #expect(try search.near(.point(saraqib)).map(\.id) == ["good"])
    #expect(try NearSearch([]).near(.point(saraqib), nearest: 3).isEmpty)
  }

  @Test func `questions that are none`() throws {
    let search = NearSearch([])
    let off = #expect(throws: NearError.self) { try search.near(.point(at(36, 136))) }
    #expect(
      off?.description
        == "36.0,136.0 is not on the earth: give longitude -180 to 180 and latitude -90 to 90, longitude first")
    let limit = #expect(throws: NearError.self) { try search.near(.point(saraqib), within: Meters(-1)) }
    #expect(limit?.description == "a distance of -1.0 m: give a number of meters or kilometers from 0 up")
    #expect(throws: NearError.self) { try search.near(.point(saraqib), within: Meters(.nan)) }
    let count = #expect(throws: NearError.self) { try search.near(.point(saraqib), nearest: 0) }
    #expect(count?.description == "the nearest 0: give a number from 1 up")
  }
}

extension Double {
  fileprivate var wrapped: Double { self > 180 ? self - 360 : self }
}

extension Random {
  /// A place anywhere on the earth, oftener than evenly near the poles.
  mutating func place() -> Coordinate { at(number(-180...180), number(-90...90)) }

  /// A point with a radius, or a short line.
  mutating func candidate(_ index: Int) throws -> NearCandidate {
    let start = place()
    let radius = index % 3 == 0 ? Meters(number(0...2e5)) : nil
    guard index % 4 == 0 else { return NearCandidate(id: "\(index)", shape: .point(start), radius: radius) }
    let end = Ellipsoid.direct(from: start, azimuth: number(0...360), distance: Meters(number(1e3...2e6)))
    return NearCandidate(id: "\(index)", shape: .lineString(try LineString([start, end])), radius: radius)
  }
}
