import TestSupport

/// Every text of the fixtures: whole articles and the short texts of the segmentation suite.
enum FixtureTexts {
  static let articles = (try? ArticleFixture.all()) ?? []
  static let all: [String] =
    articles.map(\.text) + ((try? SegmentationCase.all()) ?? []).map(\.text)
}
