// swift-tools-version: 6.2
import PackageDescription

// One program with all fuzzers: the root package neither builds nor knows it. `make fuzz` builds and runs it.
//
// SwiftPM hands the compiler a `-sanitize=` option for each sanitizer and it takes the last, so that Swift would be built
// without counters: hence the option below that names both.
//
//     swift build -c release --sanitize fuzzer --sanitize address -Xswiftc -sanitize=fuzzer,address
//     MUJAZ_FUZZER=page SWIFT_BACKTRACE=enable=no .build/release/Fuzz -max_total_time=60 Corpus/page
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "mujaz", path: "../..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "MujazCore", package: "mujaz"),
        .product(name: "MujazInput", package: "mujaz"),
        .product(name: "MujazTranslation", package: "mujaz"),
      ],
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
