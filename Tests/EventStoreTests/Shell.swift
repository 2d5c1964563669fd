import Foundation

/// Runs a shell command; its status and everything it wrote. What it leaves running must have closed its outputs.
///
/// The child is given nothing but its standard streams. A server that inherits what other tests have open just then
/// (the ends of their pipes, the sockets by which Foundation waits for processes) keeps it open as long as it runs, and
/// those tests wait for an end that never comes: so neither `popen` nor `Process` may start one.
func shell(_ command: String) -> (status: Int32, text: String) {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { return (-1, "pipe: \(errno)") }
  let (child, code) = spawn(["/bin/bash", "-c", closing + command], output: ends[1])
  close(ends[1])
  defer { close(ends[0]) }
  guard code == 0 else { return (-1, "posix_spawn: \(code)") }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while case let count = read(ends[0], &buffer, buffer.count), count > 0 || (count < 0 && errno == EINTR) {
    bytes += buffer[..<max(0, count)]
  }
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0, errno == EINTR {}
  return (status & 0x7F == 0 ? status >> 8 & 0xFF : -1, String(decoding: bytes, as: UTF8.self))
}

/// Whatever was inherited beyond the standard streams is closed by the child itself, so that no other thread can be
/// faster.
private let closing = """
  for stream in /proc/$$/fd/*; do
    stream=${stream##*/}
    if ((stream > 2)); then eval "exec $stream>&-"; fi
  done

  """

private func spawn(_ words: [String], output: Int32) -> (child: pid_t, code: Int32) {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, output, 1)
  posix_spawn_file_actions_adddup2(&actions, output, 2)
  let arguments = words.map { strdup($0) } + [nil]
  let environment = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for text in arguments + environment { free(text) } }
  var child: pid_t = 0
  let code = posix_spawn(&child, words[0], &actions, nil, arguments, environment)
  return (child, code)
}
