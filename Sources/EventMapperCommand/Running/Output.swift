import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a verb's data goes: a file that is written whole or not at all, else standard output.
enum Output {
  /// Writes the bytes to the file, or to standard output where none or `-` is named.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else { return try writeOut(bytes) }
    try WholeFile.write(bytes, to: path)
  }

  static func write(_ text: String, to path: String?) throws { try write(Array(text.utf8), to: path) }

  /// A reader that has gone away (`| head`) is no failure.
  private static func writeOut(_ bytes: [UInt8]) throws {
    signal(SIGPIPE, SIG_IGN)
    try bytes.withUnsafeBytes { whole in
      var rest = whole[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(STDOUT_FILENO, part.baseAddress, part.count)
        if count > 0 { rest = rest.dropFirst(count) }
        if count < 0, errno == EPIPE { return }
        if count < 0, errno != EINTR { throw FileError(.write, path: "standard output", code: errno) }
      }
    }
  }
}

/// Data that is written in pieces: to a file that gets its name at the end, else to standard output.
final class OutputPieces {
  private let writer: WholeFileWriter?
  private var waiting: [UInt8] = []
  private static let size = 1 << 18

  init(to path: String?) throws { writer = try path.flatMap { $0 == "-" ? nil : try WholeFileWriter($0) } }

  func append(_ bytes: [UInt8]) throws {
    waiting += bytes
    if waiting.count >= Self.size { try flush() }
  }

  func finish() throws {
    try flush()
    try writer?.commit()
  }

  private func flush() throws {
    if let writer { try writer.append(waiting) } else { try Output.write(waiting, to: nil) }
    waiting.removeAll(keepingCapacity: true)
  }
}
