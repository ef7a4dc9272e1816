// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither a build nor a test run of mujaz ever pays for it.
// It depends on the built command, not on its modules: what it measures is what a user runs.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "mujaz-benchmarks",
  targets: [
    .systemLibrary(name: "SystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .executableTarget(
      name: "icu-sentences", dependencies: ["SystemICU"],
      cSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(name: "bench", swiftSettings: strict),
    .executableTarget(name: "memory", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
