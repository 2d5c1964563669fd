import Formats
import Foundation
import Gazetteer
import Geodesy
import Geometry
import Records
import TestSupport
import Testing

@testable import Territory

@Suite struct MapStoryTests {
  private static let first = Day(iso: "2024-01-01")!

  /// Maps of a side west of a line, one for each day after the first.
  private func story(
    _ lines: [(day: Int, line: Double)], _ options: ChangeOptions = ChangeOptions(), named: String? = "A"
  )
    throws -> ControlStory
  {
    let index = try SmallGazetteer.index()
    var (series, maps) = (ControlSeries(options), MapStory(options, index: index))
    for (day, line) in lines {
      var shapes: [(String?, Shape)] = [(named, box(36, 35, line, 36))]
      if named != nil { shapes.append(("B", box(line, 35, 37, 36))) }
      let (map, file) = (collection(shapes), "map-\(Self.first + day).geojson")
      maps.add(try ControlMaps.read(map, file: file), try series.add(map, file: file))
    }
    return try maps.story(title: nil)
  }

  @Test func `rows a week apart tell what the side holds, what it gained, and how many settlements`() throws {
    let story = try story([(0, 36.3), (3, 36.5), (7, 36.5), (9, 36.8)])
    #expect(story.basis == .maps && story.side == "A" && story.sides == ["A", "B"])
    #expect(story.title == "Who held which ground, 2024-01-01 to 2024-01-10")
    #expect(story.weeks.map(\.day) == [Self.first, Self.first + 7, Self.first + 9])
    #expect(story.weeks.map(\.gainedCount) == [0, 1, 1] && story.weeks.map(\.lostCount) == [0, 0, 0])
    for (week, line) in zip(story.weeks, [36.3, 36.5, 36.8]) {
      let gained = Ellipsoid.area(of: box(36.3, 35, line, 36)).squareKilometers
      #expect(abs(week.sinceStart.km2 - (line > 36.3 ? gained : 0)) < 1e-3)
      #expect(week.sinceStart.low == nil && abs(week.frontKM - 110.95) < 0.1)
    }
    #expect(story.frames.map(\.day) == [0, 3, 7, 9].map { Self.first + $0 })
  }

  @Test func `a change names its settlements, its pieces and the map it is from`() throws {
    let story = try story([(0, 36.3), (1, 36.8), (2, 36.7)])
    #expect(story.changes.map(\.name) == ["Beta, Gamma", "Gamma"])
    #expect(story.changes.map { "\($0.from) to \($0.to)" } == ["B to A", "A to B"])
    let cause = try #require(story.changes.first?.causes.first)
    #expect(cause.sources == [CitedSource("map-2024-01-02", day: Self.first + 1)] && cause.note == "one piece")
    #expect(Set(story.settlements.map(\.name)) == ["Beta", "Gamma"])
  }

  @Test func `a road is told with the days on which it was wholly held and cut`() throws {
    let road = try #require(try story([(0, 36.3), (1, 36.8), (2, 36.5), (3, 36.9)]).roads.first)
    #expect(road.name == "R1" && road.direction == "Alpha to Gamma" && abs(road.lengthKM - 45.3) < 0.1)
    #expect(road.taken == [Self.first + 1, Self.first + 3] && road.cut == [Self.first + 2])
    #expect(road.days.count == 4)
  }

  @Test func `the uncertainty of the lines gives the rows an interval that holds the figure`() throws {
    let week = try #require(
      try story([(0, 36.3), (7, 36.5)], ChangeOptions(lineUncertainty: Meters(500))).weeks.last)
    let (low, high) = (try #require(week.net.low), try #require(week.net.high))
    #expect(low < week.net.km2 - 50 && high > week.net.km2 + 50)
  }

  @Test func `a side without a name is called what it is`() throws {
    let story = try story([(0, 36.3), (1, 36.4)], named: nil)
    #expect(story.side == "the side shown" && story.sides == ["the side shown"])
    #expect(story.changes.map { "\($0.from) to \($0.to)" } == ["nobody to the side shown"])
    #expect(story.frames.allSatisfy { $0.areas.map(\.side) == ["the side shown"] })
  }

  @Test func `no map makes no story, and a side must be on the maps`() throws {
    let index = try SmallGazetteer.index()
    #expect(throws: TerritoryError.emptyMap("the series")) { try MapStory(index: index).story(title: nil) }
    #expect(throws: TerritoryError.noSuchSide("C", known: ["A", "B"])) {
      try story([(0, 36.3)], ChangeOptions(side: "C"))
    }
  }
}
