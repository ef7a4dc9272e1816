import MujazCore
import TestSupport
import Testing

/// The text-file suite: every case of `Fixtures/Segmentation`.
@Suite struct SegmentationCaseTests {
  static let cases = (try? SegmentationCase.all()) ?? []

  @Test("The suite is there and large enough")
  func suiteIsThere() throws {
    #expect(try SegmentationCase.all().count >= 250)
  }

  @Test("A text is cut into the expected segments", arguments: cases)
  func segments(of testCase: SegmentationCase) {
    let found = Segmenter().segments(of: testCase.text).map { testCase.text[$0.range] }
    if testCase.isKnownFailure {
      #expect(found != testCase.segments, "solved: take the mark (known failure) away")
    } else {
      #expect(found == testCase.segments)
    }
  }
}
