/// What a rule says of a word behind the beginning of a clause.
enum ClauseVerdict {
  /// It is part of the clause.
  case goOn
  /// The clause ends before it.
  case end(ClauseEnd)

  @inline(__always)
  var reason: ClauseEnd? {
    switch self {
    case .goOn: nil
    case .end(let reason): reason
    }
  }
}

/// What ended a quotation.
package enum ClauseEnd: String, Sendable, CaseIterable {
  /// The sentence, or the line.
  case sentence
  /// The mark that closes it.
  case marks
  /// The end of the article, behind the announcement of a whole text.
  case text
  case verb
  case participle
  case source
  case adjunct
  /// م…ا: how something went on.
  case circumstance
  /// Another relative clause.
  case relative
  /// A new main clause: وقد, لكنها أكدت.
  case opening
  case whereas
  /// Somebody else's turn.
  case turn
}

/// A word behind the beginning of a clause, and its place.
struct ClauseWord {
  let token: Token
  let place: Int
  /// Where the clause ends at the latest.
  let limit: Int
  /// Whether a comma, a semicolon or a dash stands before it.
  let isParted: Bool

  @inline(__always)
  init(_ token: Token, _ place: Int, _ limit: Int) {
    (self.token, self.place, self.limit) = (token, place, limit)
    isParted = !token.gap.isDisjoint(with: [.comma, .semicolon, .dash])
  }

  @inline(__always) var next: Int { place + 1 }
  @inline(__always) var hasNext: Bool { place + 1 < limit }
}
