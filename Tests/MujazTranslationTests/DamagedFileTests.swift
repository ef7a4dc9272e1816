import MujazCore
import Testing

@testable import MujazTranslation

/// Files with bytes changed, cut out, doubled at random are read or refused, and nothing traps.
@Suite struct DamagedFileTests {
  private struct Generator {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  @Test("Damage at random", arguments: Packages.formats, 0..<8)
  func damage(_ format: PackageFormat, _ seed: Int) throws {
    let article = Article(
      text: "قال الوزير \"نعم\". وأضاف أن العمل بدأ على www.example.org.\n\nهل انتهى؟ =1+1\n\nنعم.")
    let whole = try Packages.bytes([article], format, scope: .both, isPseudo: true)
    var random = Generator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7)
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0...random.next(6) where !bytes.isEmpty {
        let place = random.next(bytes.count)
        let end = min(bytes.count, place + random.next(40))
        switch random.next(5) {
        case 0: bytes[place] = UInt8(random.next(256))
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes.insert(Array("\"\\\t\n<>&=-#".utf8)[random.next(10)], at: place)
        default: bytes[place] = Array("0123456789<>/\"".utf8)[random.next(14)]
        }
      }
      guard let package = try? Packages.read(bytes) else { continue }
      _ = Checker().findings(in: package)
      let merged = try Merger(allowsMissing: true).mergeIfWhole(package)
      for format in MergeFormat.allCases { _ = try merged?.bytes(format) }
      var counter = SegmentCounter()
      for document in package.documents {
        _ = try counter.count(document.units.flatMap(\.segments), isPackage: true)
      }
    }
  }
}

extension Merger {
  /// The translation of a package, nil where it is refused.
  fileprivate func mergeIfWhole(_ package: BilingualPackage) throws -> MergedPackage? {
    do throws(PackageError) { return try merge(package) } catch { return nil }
  }
}
