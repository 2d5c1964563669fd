extension JSONWriter {
  /// Writes `null`.
  public mutating func null() { element { $0.append(ascii: "null") } }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    element { if value { $0.append(ascii: "true") } else { $0.append(ascii: "false") } }
  }

  /// Writes an integer.
  public mutating func int(_ value: Int) { element { $0.append(decimal: value) } }

  /// Writes the shortest decimal that reads back as the same value, a whole number without `.0`; null when it is
  /// not finite.
  public mutating func double(_ value: Double) {
    element { if !$0.append(shortest: value) { $0.append(ascii: "null") } }
  }

  /// Writes the value with at most so many decimals (0 to 9), without trailing zeros; null when it is not finite.
  public mutating func double(_ value: Double, places: Int) {
    element { if !$0.append(value, places: places) { $0.append(ascii: "null") } }
  }

  /// Writes a string.
  public mutating func string(_ value: String) { element { $0.append(quoted: value) } }

  /// Writes any value.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .int(let value): int(value)
    case .double(let value): double(value)
    case .string(let value): string(value)
    case .array(let elements): array { for element in elements { $0.value(element) } }
    case .object(let members): self.members(members)
    }
  }

  /// Writes an object of the members.
  public mutating func members(_ members: JSONObject) {
    object { for (key, value) in members { $0.member(key, value) } }
  }

  /// Writes JSON that is ready: one whole value.
  public mutating func raw(_ bytes: [UInt8]) { element { $0.append(contentsOf: bytes) } }

  /// Writes a member; a missing value is null.
  public mutating func member(_ name: String, _ value: JSONValue?) {
    key(name)
    self.value(value ?? .null)
  }

  /// Writes a member; a missing value is null.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member; a missing value is null.
  public mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { int(value) } else { null() }
  }

  /// Writes a member; a missing value is null.
  public mutating func member(_ name: String, _ value: Double?) {
    key(name)
    if let value { double(value) } else { null() }
  }

  /// Writes a member; a missing value is null.
  public mutating func member(_ name: String, _ value: Bool?) {
    key(name)
    if let value { bool(value) } else { null() }
  }
}
