/// A store of articles, events and what belongs to them: a GeoPackage, a PostGIS database, or one in memory.
///
/// Everything that is written is written in transactions: after a crash at any moment the store holds what a finished
/// call had written, whole. It is used by one task at a time.
public final class EventArchive {
  let connection: any SQLConnection
  /// What `near` keeps between questions.
  var nearCache: NearCache?

  /// The file or server, for messages.
  public var name: String { connection.name }

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// Is this the name of a store: a GeoPackage's or a PostGIS server's?
  public static func isName(_ name: String) -> Bool {
    isServer(name) || name.lowercased().hasSuffix(".gpkg")
  }

  static func isServer(_ name: String) -> Bool {
    name.hasPrefix("postgresql://") || name.hasPrefix("postgres://")
  }

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - name: a GeoPackage's path or `postgresql://...`.
  ///   - creating: whether it is made where there is none.
  public static func open(_ name: String, creating: Bool = false) throws(StoreError) -> EventArchive {
    try StoreError.caught(name) {
      if isServer(name) { return try PostGIS.open(name, creating: creating) }
      return try GeoPackage.open(name, creating: creating)
    }
  }

  /// A store in memory, for tests and for what is thrown away.
  public static func memory() throws(StoreError) -> EventArchive {
    try StoreError.caught("memory") { try GeoPackage.memory() }
  }

  /// Runs with the store's errors.
  func guarded<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
    try StoreError.caught(name, body)
  }
}

extension StoreError {
  /// Runs and turns whatever is thrown into the store's own error.
  static func caught<Result>(_ name: String, _ body: () throws -> Result) throws(StoreError) -> Result {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as NearError {
      throw .near(error)
    } catch {
      throw .refused(name, reason: "\(error)")
    }
  }
}
