/// How long a brief may be.
public struct Budget: Sendable, Hashable {
  /// At most so many sentences.
  public var sentences: Int?
  /// At most so many words: runs of letters, digits and marks, insertions included.
  public var words: Int?
  /// At most this share of the article's words, 0 to 1.
  public var ratio: Double?

  private init(sentences: Int? = nil, words: Int? = nil, ratio: Double? = nil) {
    self.sentences = sentences
    self.words = words
    self.ratio = ratio
  }

  /// Three sentences and about eighty words: a paragraph that is read at a glance.
  public static let standard = Budget(sentences: 3, words: 80)

  /// At most `count` sentences, of any length.
  public static func sentences(_ count: Int) throws(BudgetError) -> Budget {
    guard count > 0 else { throw .notPositive }
    return Budget(sentences: count)
  }

  /// At most `count` words.
  public static func words(_ count: Int) throws(BudgetError) -> Budget {
    guard count > 0 else { throw .notPositive }
    return Budget(words: count)
  }

  /// At most `share` of the article's words.
  public static func ratio(_ share: Double) throws(BudgetError) -> Budget {
    guard share > 0, share <= 1 else { throw .notAShare }
    return Budget(ratio: share)
  }

  /// The limits for an article of so many words.
  func limits(articleWords: Int) -> (sentences: Int, words: Int) {
    var most = words ?? .max
    if let ratio { most = min(most, max(1, Int(Double(articleWords) * ratio))) }
    return (sentences ?? .max, most)
  }
}

/// Why a budget is none.
public enum BudgetError: Error, Sendable, Hashable {
  /// A number of sentences or words below 1.
  case notPositive
  /// A ratio outside 0 to 1.
  case notAShare
}
