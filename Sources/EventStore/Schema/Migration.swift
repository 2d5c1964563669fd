/// How a store of an older version of the program becomes one of this version: numbered steps, each run once, all of them
/// in one transaction with the number that says so. What a step does stays as it is for ever; later wishes are later steps.
enum Migration {
  /// The first step makes version 2 of version 1, with corrections; version 3 keeps the counts of rows.
  static let steps: [@Sendable (StoreBuilder) throws -> Void] = [
    { builder in
      try builder.make(Schema.corrections)
      try builder.connection.script(Schema.toldRecords)
      // Version 1 left the column empty.
      try builder.connection.script("UPDATE control SET feature = 'control_assertion' WHERE feature IS NULL")
    },
    { builder in
      guard builder.connection is SQLiteConnection else { return }
      try builder.connection.script(GeoPackageSchema.counts)
      for layer in Schema.all { try builder.connection.script(GeoPackageSchema.counting(layer.name)) }
    },
  ]

  /// Brings an older store up to date, inside a transaction.
  static func run(from version: Int, _ builder: StoreBuilder) throws {
    for step in steps[(version - 1)...] { try step(builder) }
    try builder.connection.run("UPDATE store_facts SET value = ? WHERE name = 'schema'", .text("\(Schema.version)"))
  }
}

/// Makes tables in one of the databases.
struct StoreBuilder {
  let connection: any SQLConnection
  /// Makes a layer with all that its database wants beside it.
  let make: (Layer) throws -> Void

  /// All tables of an empty store.
  func createAll() throws {
    for layer in Schema.all { try make(layer) }
    for statement in Schema.inner(connection.dialect) { try connection.script(statement) }
    try connection.run("INSERT INTO store_facts VALUES ('schema', ?)", .text("\(Schema.version)"))
  }
}
