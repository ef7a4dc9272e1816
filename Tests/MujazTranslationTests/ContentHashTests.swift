import Testing

@testable import MujazTranslation

/// What a text is called by.
@Suite struct ContentHashTests {
  @Test(
    "White space, format and control characters do not count",
    arguments: [
      "قال  الوزير: نعم.", " قال الوزير: نعم.\n", "قال\nالوزير:\u{00A0}نعم.",
      "\u{FEFF}قال الوزير: نعم.",
      "قال\u{200F} الوزير: \u{202B}نعم.\u{202C}", "قال\u{0001} الوزير: نعم.",
    ])
  func same(_ text: String) {
    #expect(ContentHash(text) == ContentHash("قال الوزير: نعم."))
  }

  @Test(
    "Everything that can be read does",
    arguments: [
      "قال الوزير: لا.", "قال الوزير نعم.", "قال الوزير: نعم", "قال الوَزير: نعم.",
      "قال الوزير: نعم..", "",
    ])
  func different(_ text: String) {
    #expect(ContentHash(text) != ContentHash("قال الوزير: نعم."))
  }

  @Test("The value is fixed for good: files out there carry it")
  func value() {
    #expect(ContentHash("").digits == ContentHash(id: "s" + ContentHash("").digits)?.digits)
    #expect(ContentHash("قال الوزير نعم.").digits == "ad2f4ca5f9bcf4")
  }

  @Test("Ids of ours are told from others")
  func ids() {
    let hash = ContentHash("نعم")
    for prefix in ["s", "p", "b"] {
      #expect(ContentHash(id: prefix + hash.digits) == hash)
      #expect(ContentHash(id: prefix + hash.digits + "-12") == hash)
    }
    for id in [
      "", "1", "s", "x" + hash.digits, "s" + hash.digits + "0", "s" + hash.digits + "-",
      "sABCDEF01234567",
    ] {
      #expect(ContentHash(id: id) == nil)
    }
  }
}
