import TestSupport
import Foundation
import Testing

/// The program that was built beside these tests, run as a user runs it.
enum Program {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var bytes: [UInt8]
    var errors: String
    /// Standard output as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The folder of the test bundle, which is the program's too.
  static let folder: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: own).deletingLastPathComponent().path
  }()

  static var path: String { folder + "/eventmapper" }

  /// The data beside the program, laid out by the Makefile the first time that a test asks for it.
  static let data: String = {
    let outcome = start("/usr/bin/make", ["-s", "-C", root, "lay-out", "BIN=" + folder], [], [:], nil)
    if outcome.status != 0 { Issue.record("make lay-out: \(outcome.errors)") }
    return folder + "/share/eventmapper"
  }()

  /// Runs the program with its data.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:], in folder: String? = nil
  ) -> Outcome {
    _ = data
    return start(path, arguments, Array(input.utf8), environment, folder)
  }

  /// Runs any program; standard input and output go through files, so that no pipe can fill up.
  static func start(
    _ program: String, _ arguments: [String], _ input: [UInt8], _ environment: [String: String], _ folder: String?
  ) -> Outcome {
    let scratch = Scratch()
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment.filter { $0.key != "EVENTMAPPER_DATA" }
    variables.merge(environment) { $1 }
    process.environment = variables
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = FileHandle(forReadingAtPath: scratch.file("in", input))
    process.standardOutput = FileHandle(forWritingAtPath: scratch.file("out", []))
    process.standardError = FileHandle(forWritingAtPath: scratch.file("err", []))
    do { try process.run() } catch { return Outcome(status: -1, bytes: [], errors: "\(error)") }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, bytes: scratch.read("out"),
      errors: String(decoding: scratch.read("err"), as: UTF8.self))
  }
}
