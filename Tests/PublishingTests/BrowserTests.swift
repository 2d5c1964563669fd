import Formats
import Foundation
import Geometry
import Records
import Testing

/// The map page as a reader meets it: opened from disk in Chromium.
@Suite(.serialized) final class BrowserTests {
  let scratch: URL

  init() throws {
    scratch = FileManager.default.temporaryDirectory.appendingPathComponent("eventmapper-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: scratch) }

  private func open(_ findings: [Findings], hash: String = "", in browser: Browser) throws {
    let path = scratch.appendingPathComponent("map.html").path
    try WholeFile.write(try PageTests.page(findings, ground: try GroundSample.ground()), to: path)
    #expect(try browser.ask("goto", .string("file://\(path)\(hash)")) == true)
  }

  private func pins(_ browser: Browser) throws -> Int? {
    try browser.evaluate("document.querySelectorAll('.pin').length").intValue
  }

  private func text(_ selector: String, _ browser: Browser) throws -> String {
    try browser.evaluate("document.querySelector('\(selector)').textContent").stringValue ?? ""
  }

  @Test func `the page opens from disk, complains of nothing and asks the network for nothing`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    try open(Sample.findings(), in: browser)
    #expect(try browser.ask("console", true) == [])
    #expect(try browser.ask("requests", true).arrayValue?.count == 1)
    #expect(try pins(browser) == 6)
    #expect(try browser.evaluate("document.querySelectorAll('#list .row').length") == 6)
    #expect(
      try text("#dek", browser)
        == "6 events, January 27 – February 12, 2020, from 3 articles. 4 people reported killed, 3 injured.")
    #expect(try browser.evaluate("document.title") == "Aleppo, Idlib and Damascus")
  }

  @Test func `a mark opens its facts and its quote in the article, by mouse and by keyboard`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    try open(Sample.findings(), in: browser)
    try browser.evaluate("document.querySelector('.pin[data-event=d4c3b2a190817263]').focus()")
    try browser.ask("key", "Enter")
    let detail = try text("#detail", browser)
    for words in [
      "Airstrike", "Kafr Amma", "4killed", "3injured", "11.9 km from the M5", "On or about February 12, 2020",
    ] {
      #expect(detail.contains(words), "\(words)")
    }
    #expect(try text(".article mark:not(.also)", browser) == "Two airstrikes targeted the village of Kafr Amma")
    #expect(try browser.evaluate("document.querySelectorAll('.article mark.also').length") == 3)
    #expect(try browser.evaluate("location.hash") == "#event=d4c3b2a190817263")
    try browser.ask("key", "Escape")
    #expect(try browser.evaluate("document.getElementById('detail').hidden") == true)
    #expect(try browser.evaluate("document.activeElement.dataset.event") == "d4c3b2a190817263")
    #expect(try browser.ask("console", true) == [])
  }

  @Test func `every quote is marked where it stands, also beyond the first plane of Unicode`() throws {
    guard !Browser.skipped() else { return }
    var findings = [try Sample.third()]
    findings[0].text = "\u{1F534}\u{1F534} " + findings[0].text
    for index in findings[0].events.indices {
      for place in findings[0].events[index].mentions.indices {
        findings[0].events[index].mentions[place].span.start += 3
        findings[0].events[index].mentions[place].span.end += 3
      }
    }
    let browser = try Browser.shared()
    try open(findings, hash: "#event=f6e5d4c3b2a19081", in: browser)
    #expect(
      try text(".article mark", browser) == "Smoke from Assad regime forces shelling is pictured over Khan al-Asal")
  }

  @Test func `filters by type, status and day leave what fits`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    try open(Sample.findings(), in: browser)
    try browser.evaluate("document.querySelector('.chip[data-key=airstrike]').click()")
    #expect(try pins(browser) == 4)
    #expect(try text("#dek", browser).hasPrefix("4 of 6 events"))
    try browser.evaluate("document.querySelector('.chip[data-key=claimed]').click()")
    #expect(try pins(browser) == 3)
    try open(Sample.findings(), hash: "#from=2020-02-11&to=2020-02-12", in: browser)
    #expect(try pins(browser) == 3)
    try browser.evaluate("document.querySelector('.range input').focus()")
    try browser.ask("key", "ArrowRight")
    #expect(try pins(browser) == 2)
    #expect(try text("#span", browser) == "February 12, 2020")
    #expect(try browser.evaluate("document.querySelectorAll('path[fill=\"url(#hatch)\"]').length") == 1)
    try open(Sample.findings(), hash: "#from=2020-01-27&to=2020-01-28", in: browser)
    #expect(try pins(browser) == 2)
    #expect(try browser.evaluate("document.querySelectorAll('path[fill=\"url(#hatch)\"]').length") == 0)
    try browser.evaluate("document.querySelector('.span button').click()")
    #expect(try pins(browser) == 6)
  }

  @Test func `script in an article, a title and a name is text`() throws {
    guard !Browser.skipped() else { return }
    let attack =
      "</script><script>document.body.dataset.hit=1</script><img src=x onerror='document.body.dataset.hit=1'>\u{2028}{{data}}"
    var found = try Sample.third()
    found.text = attack + found.text
    found.title = attack
    found.sourceName = attack
    found.sourceURL = "javascript:document.body.dataset.hit=1"
    found.events[0].location?.place.name = attack
    found.events[0].actor1 = attack
    found.events[0].mentions = [Sample.mention(found.docID, attack, 0)]
    let browser = try Browser.shared()
    try open([found], hash: "#event=d4c3b2a190817263", in: browser)
    #expect(try browser.evaluate("document.body.dataset.hit === undefined") == true)
    #expect(try text(".article mark", browser) == attack)
    #expect(try text("#detail h2", browser) == attack)
    #expect(try browser.evaluate("document.querySelectorAll('#detail a').length") == 0)
    #expect(try browser.evaluate("document.querySelectorAll('img').length") == 0)
    #expect(try browser.ask("console", true) == [])
  }

  @Test func `a phone's page is as wide as the phone`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    try browser.ask("size", [360, 740])
    defer { _ = try? browser.ask("size", [1280, 800]) }
    try open(Sample.findings(), hash: "#event=e5d4c3b2a1908172", in: browser)
    #expect(try browser.evaluate("document.documentElement.scrollWidth") == 360)
    #expect(try text("#detail h2", browser) == "The west of Aleppo province")
    let small =
      "[...document.querySelectorAll('button, .leaflet-bar a')].filter(b => b.offsetParent && b.offsetHeight < 24).length"
    #expect(try browser.evaluate(small) == 0)
  }

  @Test func `a page without events still opens`() throws {
    guard !Browser.skipped() else { return }
    let browser = try Browser.shared()
    try open([Findings(docID: "d", text: "Nothing here.")], in: browser)
    #expect(try pins(browser) == 0)
    #expect(try text("#dek", browser).hasPrefix("0 events, from 1 article."))
    #expect(try browser.ask("console", true) == [])
  }

  @Test func `a crowd becomes a bundle that opens`() throws {
    guard !Browser.skipped() else { return }
    var found = try Sample.third()
    let model = found.events[0]
    found.events = (0..<300).map { number in
      var event = model
      event.id = "event\(number)"
      let point = Coordinate(lon: 36.8 + Double(number % 20) / 100, lat: 36 + Double(number / 20) / 100)
      event.location?.point = point
      event.location?.shape = .point(point)
      return event
    }
    let browser = try Browser.shared()
    try open([found], in: browser)
    let before = try pins(browser) ?? 0
    #expect(before < 150)
    #expect(try browser.evaluate("document.body.dataset.shown") == "300")
    #expect(try browser.evaluate("document.querySelectorAll('.pin.bundle').length > 0") == true)
    #expect(try browser.ask("console", true) == [])
  }
}
