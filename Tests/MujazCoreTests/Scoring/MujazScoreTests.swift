import Testing

@testable import MujazCore

/// (1 − i/n) + ¼·(S + D)/2 + ¼·T.
@Suite struct MujazScoreTests {
  @Test("Five tiny sentences have the score of its formula")
  func fiveSentences() {
    let statistics = FiveSentences.statistics(title: "سكر المصنع الجديد")
    let scores = MujazScore.scores(statistics)
    let most = SalienceScoreTests.expected[1]
    let salience = SalienceScoreTests.expected.map { $0 / most }
    let degrees = Naive.degrees(FiveSentences.terms)
    // Of سكر، مصنع، جديد.
    let title = [2.0 / 3, 2.0 / 3, 1.0 / 3, 1.0 / 3, 2.0 / 3]
    let position: [Double] = [1, 0.8, 0.6, 0.4, 0.2]
    #expect(scores.map(\.position).isClose(to: position, within: 1e-12))
    #expect(scores.map(\.salience).isClose(to: salience, within: 1e-12))
    #expect(scores.map(\.centrality).isClose(to: degrees, within: 1e-12))
    #expect(scores.map(\.title).isClose(to: title, within: 1e-12))
    let expected = (0..<5).map { (index: Int) -> Double in
      let content: Double = (salience[index] + degrees[index]) / 2
      return position[index] + 0.25 * content + 0.25 * title[index]
    }
    #expect(scores.map(\.total).isClose(to: expected, within: 1e-12))
  }

  @Test("Without a title nothing is added for one")
  func noTitle() {
    let scores = MujazScore.scores(FiveSentences.statistics())
    #expect(scores.allSatisfy { $0.title == 0 })
    #expect(MujazScore.titleShare(FiveSentences.statistics()) == [0, 0, 0, 0, 0])
  }

  @Test("A title's terms that the article has not count against its share")
  func foreignTitle() {
    #expect(
      MujazScore.titleShare(FiveSentences.statistics(title: "سعر السكر")) == [0, 0.5, 0.5, 0, 0.5])
    #expect(
      MujazScore.titleShare(FiveSentences.statistics(title: "أمطار غزيرة")) == [0, 0, 0, 0, 0])
    // Function words alone are no title.
    #expect(MujazScore.titleShare(FiveSentences.statistics(title: "في عن")) == [0, 0, 0, 0, 0])
    #expect(
      MujazScore.titleShare(FiveSentences.statistics(title: "السكر سكر والسكر")) == [0, 1, 1, 0, 1])
  }

  @Test("A title adds a quarter of its share and changes nothing else")
  func titleAdds() {
    let without = MujazScore.scores(FiveSentences.statistics())
    let with = MujazScore.scores(FiveSentences.statistics(title: "السوق"))
    for (a, b) in zip(without, with) {
      #expect(abs(b.total - a.total - 0.25 * b.title) < 1e-12)
      #expect(b.position == a.position && b.salience == a.salience)
      #expect(b.centrality == a.centrality)
    }
    #expect(with.map(\.title) == [0, 0, 1, 1, 0])
  }

  @Test("Every part lies between 0 and 1, the first sentence leads by position")
  func parts() {
    for sentences in FixtureSentences.articles {
      let scores = MujazScore.scores(TermStatistics(sentences, title: sentences.first ?? ""))
      #expect(scores.count == sentences.count)
      #expect(scores.first?.position == 1)
      for score in scores {
        for part in [score.position, score.salience, score.centrality, score.title] {
          #expect((0...1).contains(part))
        }
        #expect(score.total <= 1.5)
      }
      let positions = scores.map(\.position)
      #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 > $1 })
      // The first sentence has all the terms of a title that it is.
      #expect(scores.first?.title == (TermStatistics([sentences[0]]).terms.isEmpty ? 0 : 1))
    }
  }

  @Test("No sentences have no scores")
  func empty() {
    #expect(MujazScore.scores(TermStatistics([])).isEmpty)
  }
}
