public import Records

/// A control map's state moved forward step by step; only the settlements that steps name are looked at.
public struct ControlAdvance: Sendable {
  /// The settlements and their ground.
  public let ground: SettledGround
  /// How things stand after the steps so far.
  public private(set) var state: ControlState
  /// What each side holds, by the number of the side, in square kilometers.
  public private(set) var areasKM2: [Double] = []
  /// What changed, in the order of the steps.
  public private(set) var changes: [SettlementChange] = []
  /// Steps that tell of another holder than the state has, a sentence each; they are applied all the same.
  public private(set) var contradictions: [String] = []
  /// Steps without effect.
  public private(set) var idle: [IdleStep] = []
  /// The last change of each settlement, by the number of both.
  private var lastChange: [Int: Int] = [:]
  /// The day of the last step.
  public private(set) var day: Day?

  /// Begins with the sides that the settlements are listed with.
  public init(_ ground: SettledGround) {
    self.ground = ground
    state = ControlState(ground.settlements)
    areasKM2 = [Double](repeating: 0, count: state.sides.count)
    for (number, standing) in state.standings.enumerated() {
      if let holder = standing.holder { areasKM2[holder] += ground.mesh.areasKM2[number] }
    }
  }

  /// The settlements as they stand now.
  public var standing: [Settlement] {
    zip(ground.settlements, state.standings).map { settlement, standing in
      var settlement = settlement
      settlement.side = state.name(standing.holder)
      settlement.status = standing.holder == nil ? .unknown : standing.isContested ? .contested : .held
      settlement.claimants = standing.claims.map { state.sides[$0.side] }
      settlement.date = day ?? settlement.date
      return settlement
    }
  }

  /// Steps in the order in which they are to be applied: by day, those of a day as given.
  public static func ordered(_ steps: [ControlStep]) -> [ControlStep] {
    // Sorting in Swift is stable.
    steps.sorted { $0.day < $1.day }
  }

  /// Applies a step. Steps go forward in time: one of an earlier day than the last changes nothing.
  public mutating func apply(_ step: ControlStep) {
    if let day, step.day < day { return skip(step, "\(step.day) lies before the \(day) that the map shows already") }
    guard let number = ground.number(of: step.settlement) else {
      return skip(step, "the list has no settlement \(step.settlement): add a row to it")
    }
    day = step.day
    compareHolder(step, state.name(state.standings[number].holder))
    let effect = state.apply(step, to: number)
    while areasKM2.count < state.sides.count { areasKM2.append(0) }
    switch effect {
    case .nothing(let reason): skip(step, corroborates(step, number) ?? reason)
    case .moved(let from, let to, let causes):
      let area = ground.mesh.areasKM2[number]
      if let from { areasKM2[from] -= area }
      if let to { areasKM2[to] += area }
      note(step, number, from, state.name(to), to == nil ? .unknown : .held, from == to ? 0 : area, causes)
    case .claimed(let side, let causes):
      note(
        step, number, state.standings[number].holder, state.sides[side], .claimed, ground.mesh.areasKM2[number], causes)
    case .contested(let side, let causes):
      let holder = state.standings[number].holder
      note(step, number, holder, side.map { state.sides[$0] } ?? state.name(holder), .contested, 0, causes)
    }
  }

  private mutating func compareHolder(_ step: ControlStep, _ holder: String) {
    guard let from = step.from, from != holder, step.kind == .taken, step.side != holder else { return }
    contradictions.append(
      "\(step.day) \(step.name): said to come from \(from), where \(holder) is known to hold it; correct the row or the list"
    )
  }

  private mutating func note(
    _ step: ControlStep, _ number: Int, _ from: Int?, _ to: String, _ status: ControlStatus, _ area: Double,
    _ causes: [ControlCause]
  ) {
    let settlement = ground.settlements[number]
    lastChange[number] = changes.count
    changes.append(
      SettlementChange(
        day: step.day, settlement: settlement.id, name: settlement.name, from: state.name(from), to: to,
        status: status, ground: ground.mesh.ground(of: number), areaKM2: area, causes: causes))
  }

  /// An event that tells again what the last change of a settlement was stands with it; nil when it is no such event.
  private mutating func corroborates(_ step: ControlStep, _ number: Int) -> String? {
    guard step.kind == .taken || step.kind == .claimed, step.cause.eventID != nil, let index = lastChange[number],
      let side = step.side, changes[index].to == side,
      changes[index].status == .held || changes[index].status == .claimed
    else { return nil }
    changes[index].causes.append(step.cause)
    return "it stands with what is known already of \(changes[index].day)"
  }

  private mutating func skip(_ step: ControlStep, _ reason: String) { idle.append(IdleStep(step, reason: reason)) }
}
