import Testing

@testable import MujazCore

/// Budgets and what is none.
@Suite struct BudgetTests {
  // MARK: Making

  @Test("A budget limits one thing")
  func limits() throws {
    let sentences = try Budget.sentences(4)
    #expect(sentences.sentences == 4 && sentences.words == nil && sentences.ratio == nil)
    let words = try Budget.words(90)
    #expect(words.words == 90 && words.sentences == nil && words.ratio == nil)
    let ratio = try Budget.ratio(0.25)
    #expect(ratio.ratio == 0.25 && ratio.sentences == nil && ratio.words == nil)
  }

  @Test("The standard is three sentences and eighty words")
  func standard() {
    #expect(Budget.standard.sentences == 3)
    #expect(Budget.standard.words == 80)
    #expect(Budget.standard.ratio == nil)
    #expect(Briefer().budget == .standard)
    #expect(Briefer().method == .mujaz)
  }

  @Test("A number below 1 is no budget", arguments: [0, -1, -80, Int.min])
  func notPositive(_ count: Int) {
    #expect(throws: BudgetError.notPositive) { try Budget.sentences(count) }
    #expect(throws: BudgetError.notPositive) { try Budget.words(count) }
  }

  @Test(
    "A ratio outside of 0 to 1 is no budget",
    arguments: [0, -0.1, 1.0001, 25, Double.infinity, -Double.infinity, Double.nan])
  func notAShare(_ share: Double) {
    #expect(throws: BudgetError.notAShare) { try Budget.ratio(share) }
  }

  @Test("The smallest and the largest budgets are some")
  func edges() throws {
    #expect(try Budget.sentences(1).sentences == 1)
    #expect(try Budget.words(Int.max).words == .max)
    #expect(try Budget.ratio(1).ratio == 1)
    #expect(try Budget.ratio(.leastNonzeroMagnitude).ratio == .leastNonzeroMagnitude)
  }

  @Test("The errors are typed")
  func typedErrors() {
    do throws(BudgetError) {
      _ = try Budget.words(0)
      Issue.record("no error")
    } catch {
      // Exhaustive without a default: the type is known.
      switch error {
      case .notPositive: break
      case .notAShare: Issue.record("the wrong error")
      }
    }
  }

  // MARK: In an article

  @Test("Without a limit of one kind there is none of it")
  func unlimited() throws {
    #expect(try Budget.sentences(4).limits(articleWords: 100).sentences == 4)
    #expect(try Budget.sentences(4).limits(articleWords: 100).words == .max)
    #expect(try Budget.words(90).limits(articleWords: 100).sentences == .max)
    #expect(try Budget.words(90).limits(articleWords: 10).words == 90)
  }

  @Test("A ratio is that share of the article's words, one word at least")
  func ratio() throws {
    #expect(try Budget.ratio(0.25).limits(articleWords: 400).words == 100)
    #expect(try Budget.ratio(1).limits(articleWords: 400).words == 400)
    #expect(try Budget.ratio(0.01).limits(articleWords: 10).words == 1)
    #expect(try Budget.ratio(0.5).limits(articleWords: 0).words == 1)
    #expect(try Budget.ratio(0.5).limits(articleWords: 400).sentences == .max)
  }

  @Test(
    "A ratio is at most that share",
    arguments: [(0.25, 10), (0.5, 7), (0.3, 15), (0.25, 1010)] as [(Double, Int)])
  func atMost(_ share: Double, of words: Int) throws {
    let limit = try Budget.ratio(share).limits(articleWords: words).words
    #expect(Double(limit) <= share * Double(words))
  }

  @Test("Of two limits on words the lower counts")
  func both() throws {
    var budget = try Budget.ratio(0.5)
    budget.words = 30
    #expect(budget.limits(articleWords: 40).words == 20)
    #expect(budget.limits(articleWords: 400).words == 30)
  }
}
