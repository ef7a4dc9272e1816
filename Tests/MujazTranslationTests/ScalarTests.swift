import Testing

@testable import MujazTranslation

/// What is known of characters without Unicode's tables is what those say.
@Suite struct ScalarTests {
  @Test("Alphabetic is what Unicode calls so")
  func alphabetic() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(
        scalar.isAlphabetic == scalar.properties.isAlphabetic, "U+\(String(value, radix: 16))")
    }
  }
}
