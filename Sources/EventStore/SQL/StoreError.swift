/// Why a store did not do what was asked.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no such file.
  case noStore(String)
  /// The file is something else.
  case noGeoPackage(String)
  /// The file was made by a later version of the program.
  case tooNew(String, version: Int)
  /// Another program is writing to it.
  case busy(String)
  /// The disk is full.
  case full(String)
  /// The file or its folder may not be written.
  case readOnly(String)
  /// The file is damaged.
  case damaged(String, reason: String)
  /// The server cannot be reached or refused.
  case server(String, reason: String)
  /// The database refused a statement.
  case refused(String, reason: String)
  /// What is stored there cannot be read.
  case record(String, reason: String)
  /// There is no link of that number.
  case noLink(Int)
  /// A question near something that is no question.
  case near(NearError)
}

extension StoreError: CustomStringConvertible {
  /// What is wrong and the cure.
  public var description: String {
    switch self {
    case .noStore(let name): "\(name): no such store; `eventmapper map INPUT --store \(name)` makes it"
    case .noGeoPackage(let name): "\(name): not a GeoPackage of eventmapper; name another file"
    case .tooNew(let name, let version):
      "\(name): made by a later version of eventmapper (schema \(version)); update the program"
    case .busy(let name): "\(name): another program is writing to it; try again when it is done"
    case .full(let name):
      "\(name): the disk is full; nothing that was stored is lost: make room and run again, the rest will be done"
    case .readOnly(let name) where EventArchive.isServer(name):
      "\(name): this user may not do that there; have the rights granted, or connect as another user"
    case .readOnly(let name):
      "\(name): may not be written; change its permissions or its folder's, or name another file"
    case .damaged(let name, let reason): "\(name): damaged (\(reason)); restore a copy, or map the articles anew"
    case .server(let name, let reason): "\(name): \(reason); see that the server runs and lets you in"
    case .refused(let name, let reason): "\(name): \(reason)"
    case .record(let name, let reason): "\(name): what is stored cannot be read: \(reason); map its article anew"
    case .noLink(let number): "no link \(number); `eventmapper link list` shows them"
    case .near(let error): error.description
    }
  }
}
