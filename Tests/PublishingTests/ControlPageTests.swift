import Formats
import Foundation
import Geometry
import Publishing
import Records
import Testing

@Suite struct ControlTextTests {
  @Test func `a settlement's change names its events, sources, quotes and doubts`() throws {
    let maker = FeatureMaker(stylebook: try Repository.stylebook())
    let feature = maker.feature(of: StorySample.change("Saraqib", 3, .held, "they took it; all of it"))
    #expect(feature.properties["feature"] == "settlement_change" && feature.properties["event_ids"] == "e1")
    #expect(feature.properties["sources"] == "SANA, 2020-01-04;SOHR" && feature.properties["doubt"] == "single")
    #expect(feature.properties["quotes"] == "they took it, all of it")
  }

  @Test func `the table by week is a row a side, unrounded`() throws {
    let text = String(decoding: ControlTable.csv(try StorySample.story()), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix("date,side,area_km2,net_km2,net_km2_low,net_km2_high,since_start_km2"))
    #expect(lines[3] == "2020-01-07,Government of Syria,5800.0,1800.0,1440.0,2160.0,1800.0,1440.0,2160.0,1,0,111.0")
    #expect(lines[4] == "2020-01-07,Syrian opposition,2200.0,,,,,,,,,")
  }

  @Test func `the table for people tells weeks, roads and the figures of others`() throws {
    #expect(
      ControlTable.text(try StorySample.story()) == """
        Government of Syria
        END OF      HELD km²  NET km²          SINCE START km²  GAINED  LOST  FRONT km
        2019-12-31    4000.0      0.0           0.0 [0.0, 0.0]       0     0     111.0
        2020-01-07    5800.0   1800.0  1800.0 [1440.0, 2160.0]       1     0     111.0
        M5 (Aleppo to Nasib crossing), 90.0 km in the region: wholly taken 2020-01-04; cut never
        318.6 km², 2020-01-01 to 2020-01-07 (RFE/RL): 1800.0 here [1440.0, 2160.0], inconsistent; on no day does the \
        map's figure meet it

        """)
  }

  @Test func `a map's members tell how it was made and from what`() throws {
    let members = ControlMembers.object(try StorySample.story())
    #expect(members["inputs"] == [["name": "list.tsv", "sha256": "abc"]])
    #expect(members["idle_steps"]?.arrayValue?.first?["reason"] == "it is denied")
    #expect(members["method"]?.stringValue?.hasPrefix("Each place belongs to the nearest settlement") == true)
  }
}

extension BrowserTests {
  private func open(_ story: ControlStory, hash: String = "", in browser: Browser) throws {
    let maker = FeatureMaker(stylebook: try Repository.stylebook())
    let page = ControlPage(
      maker: maker, assets: try ControlPageAssets(folder: Repository.data),
      generator: Generator(version: "0", gazetteerHash: nil, rulesHash: nil))
    let path = scratch.appendingPathComponent("control.html").path
    try WholeFile.write(try page.page(story, ground: try GroundSample.ground()), to: path)
    #expect(try browser.ask("goto", .string("file://\(path)\(hash)")) == true)
  }

  private func words(_ selector: String, _ browser: Browser) throws -> String {
    try browser.evaluate("document.querySelector('\(selector)').textContent").stringValue ?? ""
  }

  @Test func `the report on control opens from disk, complains of nothing and asks the network for nothing`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    try open(StorySample.story(), in: browser)
    #expect(try browser.ask("console", true) == [])
    #expect(try browser.ask("requests", true).arrayValue?.count == 1)
    #expect(try words("#dek", browser).contains("gained 1,800 km² on balance (between 1,440 and 2,160)"))
    #expect(try browser.evaluate("document.querySelectorAll('#weeks tbody tr').length") == 2)
    #expect(try browser.evaluate("document.querySelectorAll('#chart .bar').length") == 2)
    #expect(try words("#roads b", browser) == "January 4, 2020")
    #expect(try words(".verdict", browser) == "inconsistent")
    #expect(try browser.evaluate("document.body.dataset.hit === undefined") == true)
  }

  @Test func `the map moves from day to day with the front, the change hatched and claims dotted`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    try open(StorySample.story(), hash: "#day=2019-12-31", in: browser)
    let hatched = "document.querySelectorAll('path[fill^=\"url(#hatch\"]').length"
    let dotted = "document.querySelectorAll('path[fill^=\"url(#dots\"]').length"
    #expect(try words(".day b", browser) == "Beginning of January 1, 2020")
    #expect(try browser.evaluate(hatched) == 0 && browser.evaluate(dotted) == 0)
    let before = try browser.evaluate("document.querySelector('.leaflet-front-pane path').getAttribute('d')")
    try browser.evaluate("document.querySelector('.slide input').focus()")
    for _ in 0..<4 { try browser.ask("key", "ArrowRight") }
    #expect(try words(".day b", browser) == "End of January 4, 2020")
    #expect(try browser.evaluate(hatched) == 1 && browser.evaluate(dotted) == 1)
    #expect(try browser.evaluate("document.querySelector('.leaflet-front-pane path').getAttribute('d')") != before)
    try browser.evaluate("document.querySelector('.play').click()")
    #expect(try browser.evaluate("document.querySelector('.play').getAttribute('aria-label')") == "Pause")
    try browser.evaluate("document.querySelector('.play').click()")
    #expect(try browser.ask("console", true) == [])
  }

  @Test func `a figure opens the settlements, sources and quotes it stands on, as text`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    try open(StorySample.story(), in: browser)
    try browser.evaluate("document.querySelectorAll('#weeks tbody tr')[1].querySelector('button').click()")
    let audit = try words("#audit", browser)
    for part in [
      "Saraqib", "Syrian opposition → Government of Syria", "they took Saraqib", "SANA, 2020-01-04 · SOHR",
      "in doubt: single; as reported", "event e1 in d1", "1 settlement changed hands, 1,800 km²", "claimed",
      StorySample.attack,
    ] { #expect(audit.contains(part), "\(part)") }
    #expect(try browser.evaluate("document.body.dataset.hit === undefined") == true)
    try browser.ask("key", "Escape")
    #expect(try browser.evaluate("document.getElementById('audit').hidden") == true)
    try browser.evaluate("document.querySelector('#claims button').click()")
    #expect(try words("#audit h2", browser).hasPrefix("1,800 km²"))
    #expect(try browser.ask("console", true) == [])
  }

  @Test func `the report fits a phone and opens without anything in it`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    try browser.ask("size", [360, 740])
    defer { _ = try? browser.ask("size", [1280, 800]) }
    try open(StorySample.story(), in: browser)
    #expect(try browser.evaluate("document.documentElement.scrollWidth") == 360)
    try open(ControlStory(title: "Nothing", side: "A"), in: browser)
    #expect(try browser.ask("console", true) == [])
  }

  @Test func `a report of somebody's maps says so, and gives no interval where none was stated`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    var story = try StorySample.story()
    (story.basis, story.verdicts, story.roads) = (.maps, [], [])
    for index in story.weeks.indices {
      (story.weeks[index].net.low, story.weeks[index].sinceStart.low) = (nil, nil)
    }
    try open(story, in: browser)
    #expect(try browser.ask("console", true) == [])
    #expect(try words(".kicker", browser) == "Control of territory, map by map")
    let dek = try words("#dek", browser)
    #expect(
      dek.hasPrefix("From December 31, 2019 to January 7, 2020 Government of Syria gained 1,800 km² on balance. "))
    #expect(try words("#legend", browser).contains("Front line, as drawn"))
    #expect(try words("#weeks thead", browser).hasPrefix("Map ofHeld, km²Net since the row before"))
    #expect(try browser.evaluate("document.querySelectorAll('#weeks small').length") == 0)
    try browser.evaluate("document.querySelectorAll('#weeks tbody tr')[1].querySelector('button').click()")
    #expect(try words("#audit", browser).contains("Ground changed hands from one map to the next, 1,800 km²"))
    try browser.evaluate("document.querySelector('.close').click()")
    try browser.evaluate("document.querySelectorAll('#weeks tbody tr')[0].querySelector('button').click()")
    #expect(try words("#audit .soft", browser) == "Nothing changed hands in these days.")
    story.weeks[1].sinceStart = AreaEstimate(km2: -0.2)
    try open(story, in: browser)
    #expect(try words("#dek b", browser) == "neither gained nor lost a square kilometer")
  }

  @Test func `control moves under the events of the map page with the days, hatched where it changed`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    // The address is read when a page is opened: two pages for two spans of days.
    let paths = ["one.html", "two.html"].map { scratch.appendingPathComponent($0).path }
    let page = try PageTests.page(
      Sample.findings(), ground: try GroundSample.ground(), control: try StorySample.story())
    for path in paths { try WholeFile.write(page, to: path) }
    let hatched = "document.querySelectorAll('.leaflet-fresh-pane path[fill^=\"url(#side-\"]').length"
    let line = "document.querySelector('.leaflet-front-pane path').getAttribute('d')"
    #expect(try browser.ask("goto", .string("file://\(paths[0])#from=2019-12-31&to=2020-01-02")) == true)
    #expect(try browser.evaluate("document.querySelectorAll('.leaflet-sides-pane path').length") == 2)
    #expect(try browser.evaluate(hatched) == 0)
    let before = try browser.evaluate(line)
    #expect(try browser.ask("goto", .string("file://\(paths[1])#from=2019-12-31&to=2020-01-04")) == true)
    #expect(try browser.evaluate(hatched) == 1 && browser.evaluate(line) != before)
    #expect(
      try browser.evaluate("document.querySelectorAll('.leaflet-sides-pane path[fill^=\"url(#dots-\"]').length") == 1)
    #expect(try words("#legend", browser).contains("Changed hands in the seven days before the last day shown"))
    try browser.evaluate(
      "document.querySelector('.leaflet-fresh-pane path').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    let detail = try words("#detail", browser)
    for part in [
      "Changed hands", "Saraqib", "January 4, 2020", "1,800 km²", "they took Saraqib", "SANA, 2020-01-04 · SOHR",
    ] { #expect(detail.contains(part), "\(part)") }
    #expect(try browser.ask("console", true) == [])
  }
}
