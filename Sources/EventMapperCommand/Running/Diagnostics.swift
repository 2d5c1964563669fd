import Logging
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What goes to standard error: a line a message, without time stamps, so that two runs tell the same.
enum Diagnostics {
  /// The program's log; silent below `notice` unless `--verbose` is given.
  static let log = Logger(label: "eventmapper")

  /// The library stops a program that sets up its log twice.
  private static let isStarted = Mutex(false)

  /// Must run before the first message; a second time does nothing.
  static func start(isVerbose: Bool) {
    let isFirst = isStarted.withLock { was in
      defer { was = true }
      return !was
    }
    guard isFirst else { return }
    LoggingSystem.bootstrap { _ in PlainHandler(logLevel: isVerbose ? .debug : .notice) }
  }

  /// Names one input that could not be read.
  static func fault(_ sentence: some CustomStringConvertible) { line("\(sentence)") }

  /// Writes a line to standard error.
  static func line(_ text: String) { raw(text + "\n") }

  /// Writes text to standard error as it is.
  static func raw(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// `warning: ...`; a notice stands alone.
private struct PlainHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let prefix = event.level == .notice ? "" : "\(event.level): "
    Diagnostics.line(prefix + "\(event.message)")
  }
}
