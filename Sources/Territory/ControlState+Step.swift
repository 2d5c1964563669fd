import Records

/// What a step did to a settlement.
enum StepEffect {
  /// The settlement went from one holder to another (nil: nobody known), for these causes.
  case moved(from: Int?, to: Int?, causes: [ControlCause])
  /// It is claimed by a side.
  case claimed(by: Int, causes: [ControlCause])
  /// It is fought over from now on.
  case contested(by: Int?, causes: [ControlCause])
  /// Nothing, and why.
  case nothing(String)
}

extension ControlState {
  /// Applies a step to the settlement with this number.
  ///
  /// What is taken changes hands. A claim changes nothing but the layer of claims, until the capture is confirmed or the
  /// holder leaves. What is disputed is contested and stays with its last holder; what is denied changes nothing. Ground
  /// that its holder leaves goes to the side that claims it, else nobody is known to hold it.
  mutating func apply(_ step: ControlStep, to number: Int) -> StepEffect {
    switch step.kind {
    case .denied: return .nothing("it is denied or alleged without backing")
    case .left: return leave(step, number)
    case .taken, .claimed, .contested: break
    }
    guard let name = step.side else {
      if step.kind == .contested { return contest(nil, step, number) }
      return .nothing("nobody is said to have taken it")
    }
    let side = self.number(of: name)
    switch step.kind {
    case .taken: return take(side, step, number)
    case .claimed: return claim(side, step, number)
    default: return contest(side, step, number)
    }
  }

  private mutating func take(_ side: Int, _ step: ControlStep, _ number: Int) -> StepEffect {
    let before = standings[number]
    let causes = before.claims.filter { $0.side == side }.flatMap(\.causes) + [step.cause]
    guard before.holder != side else {
      guard before.isContested || !before.claims.isEmpty else { return .nothing("\(sides[side]) holds it already") }
      standings[number].isContested = false
      standings[number].claims = []
      return .moved(from: side, to: side, causes: causes)
    }
    standings[number] = Standing(holder: side, isContested: false, isBesieged: false, claims: [])
    return .moved(from: before.holder, to: side, causes: causes)
  }

  private mutating func claim(_ side: Int, _ step: ControlStep, _ number: Int) -> StepEffect {
    guard standings[number].holder != side else { return .nothing("\(sides[side]) holds it already") }
    if let known = standings[number].claims.firstIndex(where: { $0.side == side }) {
      standings[number].claims[known].causes.append(step.cause)
      return .nothing("\(sides[side]) claims it already")
    }
    standings[number].claims.append(Claim(side: side, day: step.day, causes: [step.cause]))
    return .claimed(by: side, causes: [step.cause])
  }

  private mutating func contest(_ side: Int?, _ step: ControlStep, _ number: Int) -> StepEffect {
    guard !standings[number].isContested else { return .nothing("it is contested already") }
    standings[number].isContested = true
    return .contested(by: side, causes: [step.cause])
  }

  private mutating func leave(_ step: ControlStep, _ number: Int) -> StepEffect {
    let before = standings[number]
    if let name = step.side, name != self.name(before.holder) { return .nothing("\(name) does not hold it") }
    guard before.holder != nil else { return .nothing("nobody is known to hold it") }
    // Several claims leave it open who came in.
    let claim = before.claims.count == 1 ? before.claims[0] : nil
    standings[number] = Standing(holder: claim?.side, isContested: false, isBesieged: false, claims: [])
    return .moved(from: before.holder, to: claim?.side, causes: (claim?.causes ?? []) + [step.cause])
  }
}
