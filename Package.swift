// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: imports say how far they show, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

// Layers: a target imports only those above it in this list that it names. The build checks it with
// `--explicit-target-dependency-import-check error`.
let package = Package(
  name: "Gangmu",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Gangmu", targets: ["Gangmu", "DocumentModel"]),
    .executable(name: "gangmu", targets: ["gangmu-cli"]),
    .executable(name: "gangmu-benchmark", targets: ["gangmu-benchmark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Layer 0: the C library behind the XML reader and writer.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

    // Layer 1: nouns.
    .target(name: "DocumentModel", swiftSettings: strict),

    // Layer 2: bytes to documents.
    .target(name: "TextProcessing", dependencies: ["DocumentModel"], swiftSettings: strict),

    // Layer 3: rules as data, compiled into one matcher.
    .target(
      name: "RuleSource", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: strict),
    .target(
      name: "RuleEngine", dependencies: ["DocumentModel", "TextProcessing", "RuleSource"],
      swiftSettings: strict),

    // Layer 4: what matches mean, and how results are written.
    .target(
      name: "Extractors", dependencies: ["DocumentModel", "TextProcessing", "RuleEngine"],
      exclude: ["Resources"], swiftSettings: strict, plugins: ["EmbedResources"]),
    .target(
      name: "Exporters", dependencies: ["CLibXML2", "DocumentModel"],
      exclude: ["Resources"], swiftSettings: strict, plugins: ["EmbedResources"]),

    // Layer 5: the public API.
    .target(
      name: "Gangmu",
      dependencies: [
        "DocumentModel", "TextProcessing", "RuleEngine", "Extractors", "Exporters",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),

    // Layer 6: tools.
    .executableTarget(
      name: "gangmu-cli",
      dependencies: [
        "Gangmu", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "gangmu-benchmark",
      dependencies: [
        "Gangmu", "RuleEngine", "TextProcessing", "DocumentModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // The build's own tool: resources become source, so that an installed binary needs no folder beside it.
    .executableTarget(name: "embed-resources", dependencies: ["RuleSource"], swiftSettings: strict),
    .plugin(name: "EmbedResources", capability: .buildTool(), dependencies: ["embed-resources"]),

    .target(
      name: "TestSupport", dependencies: ["DocumentModel"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "DocumentModelTests", dependencies: ["DocumentModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TextProcessingTests", dependencies: ["DocumentModel", "TextProcessing", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RuleEngineTests",
      dependencies: ["DocumentModel", "TextProcessing", "RuleSource", "RuleEngine", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExtractorsTests",
      dependencies: [
        "DocumentModel", "TextProcessing", "RuleSource", "RuleEngine", "Extractors", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ExportersTests", dependencies: ["DocumentModel", "Exporters", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "GangmuTests",
      dependencies: ["DocumentModel", "TextProcessing", "Exporters", "Gangmu", "TestSupport"],
      exclude: ["Gold"], swiftSettings: strict),
    .testTarget(
      name: "ToolTests", dependencies: ["gangmu-cli", "TestSupport"], swiftSettings: strict),
  ]
)
