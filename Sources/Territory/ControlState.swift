public import Records

/// Who holds each settlement at a moment, and who claims it.
public struct ControlState: Hashable, Sendable {
  /// A capture that nobody has confirmed yet.
  public struct Claim: Hashable, Sendable {
    /// Who claims it.
    public let side: Int
    /// Since when.
    public let day: Day
    /// Who says so.
    public var causes: [ControlCause]
  }

  /// How one settlement stands.
  public struct Standing: Hashable, Sendable {
    /// The number of the side that holds it, nil where nobody is known to.
    public var holder: Int?
    /// Whether it is fought over.
    public var isContested: Bool
    /// Whether its list says that it is besieged.
    public var isBesieged: Bool
    /// Unconfirmed captures, the oldest first.
    public var claims: [Claim]
  }

  /// The sides by number, in the order in which they appear.
  public private(set) var sides: [String] = []
  /// Each settlement's standing, in the order of the list.
  public var standings: [Standing] = []

  /// The state that a list tells.
  public init(_ settlements: [Settlement]) {
    for settlement in settlements {
      let isKnown = settlement.side != Settlement.unknownSide && settlement.status != .unknown
      standings.append(
        Standing(
          holder: isKnown ? number(of: settlement.side) : nil, isContested: settlement.status == .contested,
          isBesieged: settlement.status == .besieged, claims: []))
      let claims = settlement.claimants.map {
        Claim(side: number(of: $0), day: settlement.date ?? Day(number: 0), causes: [])
      }
      standings[standings.count - 1].claims = claims
    }
  }

  /// The number of a side, a new one for a side not met before.
  public mutating func number(of side: String) -> Int {
    if let known = sides.firstIndex(of: side) { return known }
    sides.append(side)
    return sides.count - 1
  }

  /// The name of a holder.
  public func name(_ holder: Int?) -> String { holder.map { sides[$0] } ?? Settlement.unknownSide }

  /// The holders as labels of a mesh; -1 where nobody is known.
  var labels: [Int] { standings.map { $0.holder ?? -1 } }
}
