import ArgumentParser
import EventMapper
import EventStore
import Formats
import Gazetteer
import Publishing

/// `link list|undo`: reports of several articles that were made one event.
struct LinkVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Show which reports a store made one event, and take such merges back.",
    discussion: """
      Example: eventmapper link list events.gpkg
      Example: eventmapper link undo events.gpkg 12
      """,
    subcommands: [LinkList.self, LinkUndo.self])
}

/// `link list STORE`.
struct LinkList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the merges: number, the event that stayed, the report that went into it, why.",
    discussion: """
      Example: eventmapper link list events.gpkg
      Example: eventmapper link list events.gpkg --json
      """)

  @Argument(help: ArgumentHelp("A store.", valueName: "store")) var store: String
  @Flag(help: "Write a JSON array.") var json = false

  func run() throws {
    let links = try EventArchive.open(store).links()
    if json { return try Output.write(LinkList.json(links), to: nil) }
    for link in links {
      let state = link.isUndone ? "  (undone)" : ""
      try Output.write(
        "\(link.number)  \(link.eventID) <- \(link.absorbedID)  \(link.kind): \(link.reason)\(state)\n", to: nil)
    }
    Diagnostics.line("\(links.count) \(links.count == 1 ? "merge" : "merges")")
  }

  private static func json(_ links: [ArchiveLink]) -> [UInt8] {
    var writer = JSONWriter(indent: 2)
    writer.array { writer in
      for link in links {
        writer.object { writer in
          writer.member("number", link.number)
          writer.member("event_id", link.eventID)
          writer.member("absorbed_id", link.absorbedID)
          writer.member("kind", link.kind)
          writer.member("reason", link.reason)
          writer.member("undone", link.isUndone)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

/// `link undo STORE NUMBER`.
struct LinkUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take a merge back: the two reports are two events, and stay so whatever comes.",
    discussion: """
      Example: eventmapper link undo events.gpkg 12
      """)

  @Argument(help: ArgumentHelp("A store.", valueName: "store")) var store: String
  @Argument(help: "The merge's number, as `link list` shows it.") var number: Int
  @OptionGroup var common: CommonOptions

  func run() throws {
    let publisher = try Publisher(index: common.openIndex(), rulesHash: nil)
    let change = try EventArchive.open(store).undo(number, rules: StoreRules.rules(publisher))
    for (word, ids) in [("new", change.new), ("revised", change.revised), ("withdrawn", change.withdrawn)] {
      for id in ids { Diagnostics.line("\(word) \(id)") }
    }
  }
}
