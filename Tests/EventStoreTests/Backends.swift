import TestSupport
import EventStore
import Foundation
import Testing

/// The stores that every test of the table runs through.
enum Backend: String, CaseIterable, CustomTestStringConvertible {
  case memory, geoPackage, postGIS

  var testDescription: String { rawValue }

  /// An empty store; nil, and said so, where the machine has no such server.
  func make(_ scratch: Scratch) throws -> EventArchive? {
    switch self {
    case .memory: return try EventArchive.memory()
    case .geoPackage: return try EventArchive.open(scratch.file("events.gpkg"), creating: true)
    case .postGIS:
      guard let server = Server.shared else { return nil }
      return try EventArchive.open(server.database(), creating: true)
    }
  }
}

/// A PostgreSQL server of our own, on a socket in a temporary folder, that lives as long as the tests.
final class Server: @unchecked Sendable {  // made once, and only read afterwards
  static let shared: Server? = Server()

  private let folder: String
  private let lock = NSLock()
  private var databases = 0

  private init?() {
    let bin = "/usr/lib/postgresql/15/bin"
    guard FileManager.default.fileExists(atPath: bin + "/initdb"),
      FileManager.default.fileExists(atPath: "/usr/share/postgresql/15/extension/postgis.control")
    else {
      print("SKIPPED: no PostgreSQL 15 with PostGIS: apt-get install postgresql-15-postgis-3")
      return nil
    }
    folder = NSTemporaryDirectory() + "eventmapper-pg-" + UUID().uuidString
    let user = getuid() == 0 ? "su postgres -s /bin/bash -c" : "bash -c"
    let owner = getuid() == 0 ? "chown postgres \(folder) && " : ""
    // The server goes when this process goes: a watcher stops it.
    let script = """
      mkdir -p \(folder) && chmod 755 \(folder) && \(owner)cd \(folder) && \
      \(user) "\(bin)/initdb -D \(folder)/data -A trust --no-sync -E UTF8 --locale=C.UTF-8 -U tester" >/dev/null && \
      \(user) "\(bin)/pg_ctl -w -D \(folder)/data -l \(folder)/log \
      -o \\"-k \(folder) -c listen_addresses='' -c fsync=off -c max_connections=100\\" start" >/dev/null
      (while kill -0 \(getpid()) 2>/dev/null; do sleep 1; done; \
      \(user) "\(bin)/pg_ctl -m immediate -D \(folder)/data stop"; rm -rf \(folder)) >/dev/null 2>&1 </dev/null &
      """
    let outcome = shell(script + "\ntest -S \(folder)/.s.PGSQL.5432")
    guard outcome.status == 0 else {
      Issue.record("the server did not start: \(outcome.text)")
      return nil
    }
  }

  /// The address of a database that no test has used.
  func database() -> String {
    lock.lock()
    databases += 1
    let name = "test\(databases)"
    lock.unlock()
    _ = shell("createdb -h \(folder) -U tester \(name)")
    return "postgresql://tester@/\(name)?host=\(folder)"
  }
}
