public import Formats
public import Records

/// A fault of a file of corrections: file, line and cure.
public struct CorrectionFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong, and the cure.
  public var problem: String

  /// `FILE:LINE: problem`
  public var description: String { "\(file):\(line): \(problem)" }
}

/// Reads a file of corrections: JSON Lines, a correction a line (`Schema/correction.json`).
public struct CorrectionFile: Sendable {
  /// The corrections that can be read, in the order of the file.
  public private(set) var corrections: [Correction] = []
  /// A sentence for each line that cannot.
  public private(set) var faults: [String] = []

  /// Reads all lines; blank ones and those that begin with `#` are passed over.
  public init(_ file: MappedFile) {
    for row in JSONLines(file) where file.bytes[row.range.lowerBound] != UInt8(ascii: "#") {
      do throws(JSONError) {
        let value = try row.parse()
        do throws(CorrectionFault) {
          corrections.append(try CorrectionRow(file: file.path, line: row.line, value: value).read())
        } catch { faults.append(error.description) }
      } catch { faults.append(error.description) }
    }
  }
}

/// One line.
private struct CorrectionRow {
  let file: String
  let line: Int
  let value: JSONValue

  func read() throws(CorrectionFault) -> Correction {
    guard value.objectValue != nil else {
      throw fault("no object; write {\"action\": \"reject\", \"id\": \"...\", ...}")
    }
    let author = try text("author", "who says so")
    let reason = try text("reason", "why")
    return Correction(line: line, event: try address(), change: try change(), author: author, reason: reason)
  }

  private func fault(_ problem: String) -> CorrectionFault { CorrectionFault(file: file, line: line, problem: problem) }

  private func text(_ name: String, _ meaning: String) throws(CorrectionFault) -> String {
    guard let text = value[name]?.stringValue, !text.isEmpty else { throw fault("no \"\(name)\"; say \(meaning)") }
    return text
  }

  private func address() throws(CorrectionFault) -> EventAddress {
    let found = EventAddress(
      id: value["id"]?.stringValue, docID: value["doc_id"]?.stringValue, quote: value["quote"]?.stringValue)
    guard found.id != nil || found.docID != nil && found.quote != nil else {
      throw fault("no event; give \"id\", or \"doc_id\" and \"quote\"")
    }
    return found
  }

  /// The other event of a merge or a split.
  private func other(_ prefix: String) -> EventAddress? {
    let found = EventAddress(
      id: value[prefix]?.stringValue, docID: value[prefix + "_doc_id"]?.stringValue,
      quote: value[prefix + "_quote"]?.stringValue)
    return found.id != nil || found.docID != nil && found.quote != nil ? found : nil
  }

  private func change() throws(CorrectionFault) -> Correction.Change {
    switch try text("action", "accept, reject, move, retype, retoll, merge, split or withdraw") {
    case "accept": return .accept
    case "reject": return .reject
    case "move": return .move(try place())
    case "retype":
      guard let type = EventType(rawValue: value["event_type"]?.stringValue ?? "") else {
        throw fault(
          "no event type; give \"event_type\": one of \(EventType.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return .retype(type)
    case "retoll": return .retoll(try toll())
    case "merge":
      guard let into = other("into") else {
        throw fault("no event to merge into; give \"into\", or \"into_doc_id\" and \"into_quote\"")
      }
      return .merge(into)
    case "split": return .split(other("from"))
    case "withdraw":
      let action = value["withdraws"]?.stringValue ?? ""
      guard Self.actions.contains(action) else {
        throw fault("no action to take back; give \"withdraws\": one of \(Self.actions.joined(separator: ", "))")
      }
      return .withdraw(action)
    case let other:
      throw fault("unknown action \"\(other)\"; give accept, reject, move, retype, retoll, merge, split or withdraw")
    }
  }

  private static let actions = ["accept", "reject", "move", "retype", "retoll", "merge", "split"]

  private func place() throws(CorrectionFault) -> MovedPlace {
    if let id = value["place_id"]?.stringValue ?? value["place"]?.stringValue { return .named(id) }
    guard let lat = value["lat"]?.doubleValue, let lon = value["lon"]?.doubleValue else {
      throw fault("no place to move to; give \"place_id\", \"place\", or \"lat\" and \"lon\"")
    }
    guard (-90...90).contains(lat), (-180...180).contains(lon) else {
      throw fault("lat \(lat), lon \(lon) is not on the Earth; give degrees, latitude -90 to 90, longitude -180 to 180")
    }
    let radius = value["radius_m"]?.doubleValue ?? 1000
    guard radius > 0, radius.isFinite else { throw fault("radius_m \(radius): give meters, more than 0") }
    return .point(lat: lat, lon: lon, radius: radius)
  }

  private func toll() throws(CorrectionFault) -> TollChange {
    var change = TollChange()
    change.fatalities = try figure("fatalities")
    change.fatalitiesLow = try figure("fatalities_low")
    change.fatalitiesHigh = try figure("fatalities_high")
    change.injured = try figure("injured")
    change.displaced = try figure("displaced")
    guard change != TollChange() else {
      throw fault("no figure; give fatalities, fatalities_low, fatalities_high, injured or displaced")
    }
    return change
  }

  private func figure(_ name: String) throws(CorrectionFault) -> Int?? {
    guard let given = value[name] else { return nil }
    if given.isNull { return .some(nil) }
    guard let count = given.intValue, count >= 0 else { throw fault("\(name): give a count of 0 or more, or null") }
    return .some(count)
  }
}
