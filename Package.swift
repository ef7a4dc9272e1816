// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
// Values that are borrowed, and the compiler's word that nobody keeps them (SE-0446): what reads an article holds no copy of it.
let borrowing: [SwiftSetting] = [.enableExperimentalFeature("Lifetimes")]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "mujaz",
  // Apple's systems from the one that has Span; not tried there.
  platforms: [.macOS(.v26)],
  products: [
    // Articles in, segments, quotations and briefs out. Needs ICU.
    .library(name: "MujazCore", targets: ["MujazCore"]),
    // Pages, feeds, mail, documents, archives and records in, articles out. Needs libxml2, simdjson, minizip and zlib, too.
    .library(name: "MujazInput", targets: ["MujazInput"]),
    // Articles to translation packages and back, checks, memories, alignment. Needs libxml2, minizip, zlib and SQLite.
    .library(name: "MujazTranslation", targets: ["MujazTranslation"]),
    // The command.
    .executable(name: "mujaz", targets: ["mujaz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Link flags of system libraries, nothing else.
    .systemLibrary(
      name: "SystemICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .systemLibrary(
      name: "SystemXML", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "SystemZip", pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
    .systemLibrary(
      name: "SystemZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    // The one that exports its header: Swift calls SQLite directly.
    .systemLibrary(
      name: "SystemSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),

    // The only files that include foreign headers.
    .target(name: "CICU", dependencies: ["SystemICU"], cSettings: strictC),
    .target(
      name: "CJSON", cxxSettings: [.treatAllWarnings(as: .error)],
      linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CXML", dependencies: ["CBytes", "SystemXML"], cSettings: strictC),
    .target(name: "CZip", dependencies: ["SystemZip"], cSettings: strictC),
    .target(name: "CGzip", dependencies: ["SystemZlib"], cSettings: strictC),
    .target(name: "CBytes", cSettings: strictC),
    .target(name: "CSystem", cSettings: strictC),
    .target(
      name: "CResources",
      exclude: ["Brief", "Help", "Input", "Lexicon", "Quotes", "Translation"],
      cSettings: strictC),

    // The C library by one name.
    .target(name: "MujazPlatform", swiftSettings: strict),

    .target(
      name: "MujazCore", dependencies: ["CBytes", "CICU", "CResources", "MujazPlatform"],
      swiftSettings: strict + borrowing),
    .target(
      name: "MujazInput",
      dependencies: [
        "CBytes", "CGzip", "CICU", "CJSON", "CResources", "CXML", "CZip", "MujazCore",
        "MujazPlatform",
      ],
      swiftSettings: strict),
    .target(
      name: "MujazTranslation",
      dependencies: [
        "CGzip", "CICU", "CResources", "CXML", "CZip", "MujazCore", "MujazPlatform", "SystemSQLite",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "mujaz",
      dependencies: [
        "MujazCore", "MujazInput", "MujazPlatform", "MujazTranslation", "CBytes", "CResources",
        "CSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", dependencies: ["MujazCore"], path: "Tests/TestSupport"),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "MujazCoreTests", dependencies: ["CBytes", "MujazCore", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "MujazInputTests", dependencies: ["MujazInput", "MujazCore", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "MujazTranslationTests",
      dependencies: ["MujazTranslation", "MujazCore", "SystemSQLite", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "mujaz", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
