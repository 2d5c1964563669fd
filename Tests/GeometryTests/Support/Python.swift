import Foundation

/// Another implementation to compare with, where there is one.
enum Python {
  /// What the script writes, given the input; nil (and said so) without Python.
  static func run(_ script: String, input: [UInt8]) throws -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (source, sink) = (Pipe(), Pipe())
    process.standardInput = source
    process.standardOutput = sink
    try process.run()
    // From another thread: either pipe may fill up before the other is read.
    Thread.detachNewThread {
      try? source.fileHandleForWriting.write(contentsOf: Data(input))
      try? source.fileHandleForWriting.close()
    }
    let output = [UInt8](sink.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      print("SKIPPED: no python3 to compare with")
      return nil
    }
    guard process.terminationStatus == 0 else { throw PythonFailed(status: process.terminationStatus) }
    return output
  }

  struct PythonFailed: Error { let status: Int32 }
}
