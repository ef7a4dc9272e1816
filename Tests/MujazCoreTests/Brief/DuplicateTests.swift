import Testing

@testable import MujazCore

/// The same thing is said once.
@Suite struct DuplicateTests {
  private static let report = [
    "أعلنت وزارة الصحة أمس تسجيل عشرين إصابة جديدة بالحصبة في المحافظة الشمالية.",
    "وأعلنت وزارة الصحة اليوم تسجيل عشرين إصابة جديدة بالحصبة في المحافظة الشمالية.",
    "وبدأت فرق التلقيح جولاتها على المدارس والقرى البعيدة منذ صباح الأحد.",
    "ودعا الأطباء الأهالي إلى مراجعة المراكز الصحية عند ظهور الطفح الجلدي.",
    "وتستمر الحملة أسبوعين كاملين.",
  ]

  private func brief(_ text: String, _ method: RankingMethod, sentences: Int) throws -> [String] {
    let article = Article(text: text)
    let budget = try Budget.sentences(sentences)
    return Briefer(budget: budget, method: method).brief(of: article).sentences
      .map { text[$0.range] }
  }

  // MARK: In a brief

  @Test("Of two sentences that say nearly the same one is taken", arguments: RankingMethod.allCases)
  func nearDuplicates(_ method: RankingMethod) throws {
    let chosen = try brief(Self.report.joined(separator: " "), method, sentences: 5)
    #expect(chosen.count == 4)
    #expect(chosen.filter { $0.contains("بالحصبة") }.count == 1)
    #expect(Array(chosen.dropFirst()) == Array(Self.report[2...]))
  }

  @Test("Without the repetition all are taken")
  func noDuplicates() throws {
    let chosen = try brief(Self.report.dropFirst().joined(separator: " "), .lead, sentences: 5)
    #expect(chosen == Array(Self.report.dropFirst()))
  }

  @Test("A paragraph that is repeated stands in the brief once", arguments: RankingMethod.allCases)
  func repeatedParagraph(_ method: RankingMethod) throws {
    let paragraph = Self.report[2...3].joined(separator: " ")
    let text = [Self.report[0], paragraph, paragraph, Self.report[4], paragraph]
      .joined(separator: "\n\n")
    let chosen = try brief(text, method, sentences: 9)
    #expect(chosen.count == 4)
    #expect(Set(chosen) == Set([0, 2, 3, 4].map { Self.report[$0] }))
  }

  @Test("Tashkeel, tatweel and hamza make no new sentence")
  func spellings() throws {
    let spelled = "أَعْلَنَتْ وزارةُ الصحّةِ أمس تسجيل عشرين إصابة جديدة بالحصبـــة في المحافظة الشمالية!"
    let text = [Self.report[0], spelled, Self.report[2]].joined(separator: " ")
    #expect(try brief(text, .lead, sentences: 5) == [Self.report[0], Self.report[2]])
  }

  // MARK: The filter

  @Test("Sentences are one from a cosine of 0.8 on")
  func threshold() {
    let statistics = TermStatistics([
      "بحر جبل نهر سهل وادي", "بحر جبل نهر سهل غابة",  // 4 of 5: 0.8
      "قمر نجم شمس ليل", "قمر نجم شمس فجر",  // 3 of 4: 0.75
    ])
    var filter = DuplicateFilter(statistics)
    let taken = (0..<4).map { filter.insert($0) }
    #expect(taken == [true, false, true, true])
  }

  @Test("Every sentence but its like is taken, in whatever order")
  func order() {
    let statistics = TermStatistics([
      "بحر جبل نهر", "قمر نجم شمس", "نهر بحر جبل", "شمس قمر نجم", "غابة",
    ])
    var forwards = DuplicateFilter(statistics)
    let taken = (0..<5).map { forwards.insert($0) }
    #expect(taken == [true, true, false, false, true])
    var backwards = DuplicateFilter(statistics)
    let others = (0..<5).reversed().map { backwards.insert($0) }
    #expect(others == [true, true, true, false, false])
  }

  @Test("Times count: a term said over and over is not the term said once")
  func times() {
    // 4·4 + 1·1 of 17 is 1, 4·1 + 1·4 of 17 is 0.47.
    let statistics = TermStatistics([
      "بحر بحر بحر بحر جبل", "بحر بحر بحر بحر جبل", "بحر جبل جبل جبل جبل",
    ])
    var filter = DuplicateFilter(statistics)
    let taken = (0..<3).map { filter.insert($0) }
    #expect(taken == [true, false, true])
  }

  @Test("Two long sentences are compared in linear time")
  func longSentences() throws {
    let letters = Array("بتثجحخدذرزسشصضطظعغفقكلمن")
    func word(_ number: Int) -> String {
      var rest = number
      return String(
        (0..<5).map { _ -> Character in
          defer { rest /= letters.count }
          return letters[rest % letters.count]
        })
    }
    func seconds(_ count: Int) throws -> Double {
      let lines = (0..<3).map { line in
        (0..<count).map { word(7_919 * (line * count + $0) + 1) }.joined(separator: " ") + "."
      }
      let article = Article(text: lines.joined(separator: "\n"))
      let briefer = Briefer(budget: try .sentences(3))
      return ThreadClock.seconds { _ = briefer.brief(of: article) }
    }
    let short = try seconds(700)
    let long = try seconds(2_800)
    #expect(long <= 10 * short + 0.1, "\(short) s and \(long) s")
  }
}
