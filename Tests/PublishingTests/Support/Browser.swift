import Formats
import Foundation

/// A headless Chromium, spoken to through `Tests/Browser/chromium.py`.
final class Browser {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The one that all tests use, one after the other; it ends with the pipe to it.
  static func shared() throws -> Browser { try one.get() }
  // The suite that uses it is serialized.
  nonisolated(unsafe) private static let one = Result { try Browser() }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var rest: [UInt8] = []

  /// The program, nil where it is not installed.
  static let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Says loudly that the page is not tested here.
  static func skipped() -> Bool {
    guard program == nil || !FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else { return false }
    print("SKIPPED: the map page's tests need Chromium and Python 3; apt-get install chromium python3")
    return true
  }

  private init() throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [Repository.root + "/Tests/Browser/chromium.py", Self.program ?? ""]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  /// One command; see chromium.py.
  @discardableResult
  func ask(_ verb: String, _ value: JSONValue) throws -> JSONValue {
    let command = JSONValue.object([verb: value]).bytes + [0x0A]
    try input.fileHandleForWriting.write(contentsOf: Data(command))
    let answer = try JSONValue.parse(try line())
    if let error = answer["error"]?.stringValue { throw Failure(description: "\(verb): \(error)") }
    return answer["value"] ?? .null
  }

  @discardableResult
  func evaluate(_ expression: String) throws -> JSONValue { try ask("eval", .string(expression)) }

  private func line() throws -> [UInt8] {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        let line = Array(rest[..<end])
        rest.removeFirst(end + 1)
        return line
      }
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { throw Failure(description: "Chromium could not be started") }
      rest += piece
    }
  }
}
