/// Tells on standard error how long work goes on: nothing in the first seconds, then a line every few.
final class Pulse {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private static let pause = Duration.seconds(3)

  init() { last = clock.now }

  /// Writes the line if it is time for one.
  func tell(_ text: @autoclosure () -> String) {
    guard clock.now - last >= Self.pause else { return }
    last = clock.now
    Diagnostics.line("... " + text())
  }
}
