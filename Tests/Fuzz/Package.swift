// swift-tools-version: 6.2
import PackageDescription

// Fuzzers, built by hand: the root package neither builds nor knows them.
//
//     cd Tests/Fuzz && swift build -c release --sanitize fuzzer --sanitize address
//     SWIFT_BACKTRACE=enable=no .build/release/SegmentFuzzer -max_total_time=60
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "mujaz", path: "../..")],
  targets: [
    .executableTarget(
      name: "SegmentFuzzer", dependencies: [.product(name: "MujazCore", package: "mujaz")]),
    .executableTarget(
      name: "PackageFuzzer", dependencies: [.product(name: "MujazTranslation", package: "mujaz")]),
    .executableTarget(
      name: "SRXFuzzer", dependencies: [.product(name: "MujazTranslation", package: "mujaz")]),
  ],
  swiftLanguageModes: [.v6]
)
