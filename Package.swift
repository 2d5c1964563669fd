// swift-tools-version: 6.2
import PackageDescription

// The rules every target lives under. A module's place in the house is in the table of `HouseRules` (Tests).
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func module(_ name: String, _ uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, exclude: dataFolders[name] ?? [], swiftSettings: strict)
}

func tests(_ name: String, _ uses: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: uses, exclude: exclude, swiftSettings: strict)
}

// Data beside the module that reads it; `make install` lays it out under share/eventmapper.
let dataFolders: [String: [String]] = [
  "NewsText": ["Data"], "Gazetteer": ["Data"], "Geoparsing": ["Data"], "EventCoding": ["Data", "CODEBOOK.md"],
  "Publishing": ["Data"], "Evaluation": ["Data"],
]

let collections: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")

let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "eventmapper",
  products: [
    .library(name: "EventMapper", targets: ["EventMapper", "Publishing"]),
    .executable(name: "eventmapper", targets: ["EventMapperCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

    module("Formats"),
    module("Geometry", ["Formats"]),
    module("Topology", ["Geometry", "CGEOS"]),
    module("Geodesy", ["Geometry", "CPROJ"]),
    module("Records", ["Geometry"]),
    module("NewsText", ["Records", "Formats", "CXML2"]),
    module("Gazetteer", ["Records", "Formats", "Geometry", "Topology", "Geodesy", "CZlib"]),
    module("Geoparsing", ["NewsText", "Gazetteer", "Geodesy", "Records", "Geometry", "Formats"]),
    module(
      "EventCoding",
      [
        "NewsText", "Geoparsing", "Gazetteer", "Topology", "Geodesy", "Records", "Geometry", "Formats", collections,
      ]),
    module("Territory", ["Records", "Gazetteer", "Geometry", "Topology", "Geodesy", "Formats"]),
    module("Claims", ["Records", "Gazetteer", "Territory", "Geodesy", "Geometry", "Topology"]),
    module("EventStore", ["Records", "Geometry", "Topology", "Geodesy", "Formats", "CPQ", database, sqlite]),
    module("Publishing", ["Records", "Geometry", "Formats"]),
    module(
      "EventMapper",
      [
        "Formats", "Geometry", "Topology", "Geodesy", "Records", "NewsText", "Gazetteer", "Geoparsing", "EventCoding",
        "Territory", "Claims",
      ]),
    module(
      "Evaluation",
      ["EventMapper", "Records", "Formats", "Geometry", "Geodesy", "NewsText", "Gazetteer", "Topology"]),
    .executableTarget(
      name: "EventMapperCommand",
      dependencies: [
        "Formats", "Geometry", "Topology", "Geodesy", "Records", "NewsText", "Gazetteer", "Geoparsing", "EventCoding",
        "Territory", "Claims", "EventStore", "Publishing", "EventMapper", "Evaluation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),

    // What `make bench` measures inside one process, a file each area.
    .executableTarget(
      name: "EventMapperBenchmarks",
      dependencies: [
        "Formats", "Geometry", "Topology", "Geodesy", "Records", "NewsText", "Gazetteer", "Geoparsing", "Territory",
        "EventStore", "EventMapper",
      ],
      path: "Benchmarks/Program", swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("FormatsTests", ["TestSupport", "Formats"]),
    tests("GeometryTests", ["TestSupport", "Geometry", "Formats"]),
    tests("TopologyTests", ["TestSupport", "Topology", "Geometry", "Formats"]),
    tests("GeodesyTests", ["TestSupport", "Geodesy", "Geometry"]),
    tests("NewsTextTests", ["TestSupport", "NewsText", "Records", "Formats"]),
    tests("GazetteerTests", ["Gazetteer", "Records", "Geometry", "Geodesy", "Formats"]),
    tests("GeoparsingTests", ["Geoparsing", "NewsText", "Gazetteer", "Records", "Geometry", "Geodesy", "Formats"]),
    tests(
      "EventCodingTests",
      ["EventCoding", "Geoparsing", "NewsText", "Gazetteer", "Records", "Geometry", "EventMapper", "Formats"]),
    tests(
      "TerritoryTests",
      [
        "TestSupport", "Territory", "EventStore", "Gazetteer", "Geometry", "Geodesy", "Topology", "Formats", "Records",
        "Claims",
      ]),
    tests(
      "EventStoreTests",
      ["TestSupport", "EventStore", "Records", "Geometry", "Geodesy", "Topology", "Formats", database]),
    tests("PublishingTests", ["Publishing", "Records", "Geometry", "Formats"]),
    tests(
      "EndToEndTests",
      [
        "TestSupport", "EventStore", "EventMapper", "Evaluation", "Publishing", "Records", "Geometry", "Formats",
        "Topology", "Geodesy", "Gazetteer",
      ]),
    tests("HouseTests", []),
  ]
)
