import MujazCore
import Testing

@testable import MujazTranslation

/// Places as words.
@Suite struct SegmentPlaceTests {
  @Test("A place is read as it was written", arguments: SegmentRole.allCases, [false, true])
  func roundTrip(_ role: SegmentRole, _ isBeforeEmptyLine: Bool) {
    let place = SegmentPlace(
      number: 3, count: 24, paragraph: 2, role: role, isBeforeEmptyLine: isBeforeEmptyLine)
    #expect(SegmentPlace(place.description) == place)
  }

  @Test(
    "Other notes are no places",
    arguments: [
      "", "headline", "segment 3 of 24", "segment 0 of 24, paragraph 2, body",
      "segment 3 of 24, paragraph 2, bodies", "segment three of 24, paragraph 2, body",
      "segment 3 of 24 paragraph 2 body", "stands 2 times in the article",
    ])
  func others(_ text: String) {
    #expect(SegmentPlace(text) == nil)
  }
}
