import Formats
import Geometry
import Publishing
import Records
import Testing

@Suite struct StylebookTests {
  private func event(_ type: EventType, state: Bool = false, actor2: String? = nil, note: String? = nil) -> Event {
    let time = EventTime(day: nil, window: nil, basis: "none", timePrecision: 3, datePrec: 5)
    var event = Event(id: "x", type: type, status: .reported, time: time, location: nil, mentions: [])
    event.actor1IsState = state
    event.actor2 = actor2
    event.notes = note.map { [$0] } ?? []
    return event
  }

  @Test func `captures by a state and by others differ`() throws {
    let book = try Repository.stylebook()
    #expect(book.acled(of: event(.capture, state: true))?.subEventType == "Government regains territory")
    #expect(book.acled(of: event(.capture))?.subEventType == "Non-state actor overtakes territory")
  }

  @Test func `a bombing is a suicide bomb only if a note says so`() throws {
    let book = try Repository.stylebook()
    #expect(book.acled(of: event(.bombing, note: "a suicide bomber"))?.subEventType == "Suicide bomb")
    #expect(book.acled(of: event(.bombing))?.subEventType == "Remote explosive/landmine/IED")
  }

  @Test func `fighting that hits civilians is violence against them`() throws {
    let book = try Repository.stylebook()
    #expect(book.acled(of: event(.armedClash, actor2: "Civilians (Syria)"))?.eventType == "Violence against civilians")
    #expect(book.acled(of: event(.armedClash))?.eventType == "Battles")
  }

  @Test(arguments: EventType.allCases.filter { $0 != .other })
  func `every type has ACLED's words`(_ type: EventType) throws {
    #expect(try Repository.stylebook().acled(of: event(type)) != nil)
  }

  @Test func `no two types share letter and shape`() throws {
    let marks = try Repository.stylebook().styles.filter { $0.letter != nil }.map { "\($0.mark)\($0.letter ?? "")" }
    #expect(marks.count == EventType.allCases.count)
    #expect(Set(marks).count == marks.count)
    #expect(Set(try Repository.stylebook().styles.compactMap(\.letter)).count == marks.count)
  }

  @Test func `letters stand out from their color by 3 to 1 or more`() throws {
    for style in try Repository.stylebook().styles {
      let (a, b) = (luminance(style.color), luminance(style.ink))
      #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 3, "\(style.key)")
    }
  }

  /// WCAG 2's relative luminance, with the square for its curve: near enough for a threshold.
  private func luminance(_ hex: String) -> Double {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { Double((value >> $0) & 255) / 255 }
    return 0.2126 * parts[0] * parts[0] + 0.7152 * parts[1] * parts[1] + 0.0722 * parts[2] * parts[2]
  }

  @Test func `a country code tells ACLED's number and name`() throws {
    let syria = try Repository.stylebook().country("SY")
    #expect(syria?.numeric == 760)
    #expect(syria?.name == "Syria")
    #expect(try Repository.stylebook().country("XX") == nil)
  }

  @Test func `a missing data folder is told with the cure`() throws {
    let error = #expect(throws: PublishingError.self) { try Stylebook(folder: "/nonexistent") }
    #expect(
      error?.description
        == "cannot read /nonexistent/styles.tsv: no such file; check the spelling and the folder (the page and the tables are laid out by `make install`)"
    )
  }
}
