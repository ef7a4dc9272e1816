import MujazCore

/// Finds what differs between two sentences, word by word.
enum MatchDifferences {
  /// Longer sentences are compared as wholes: nobody reads a list of their differences.
  private static let mostWords = 400

  private struct Token {
    var word: MatchWord
    var text: String
  }

  /// The differences from one sentence to another, in order; neighbouring ones are one. Nothing where the words agree.
  static func list(from old: String, to new: String) -> [MatchDifference] {
    let a = tokens(old)
    let b = tokens(new)
    guard a.count <= mostWords, b.count <= mostWords else {
      return [MatchDifference(old: old, new: new)]
    }
    let costs = table(a, b)
    var steps: [(old: String?, new: String?)] = []
    var (i, j) = (a.count, b.count)
    while i > 0 || j > 0 {
      let here = costs[i][j]
      if i > 0, j > 0, costs[i - 1][j - 1] + MatchScore.cost(a[i - 1].word, b[j - 1].word) == here {
        steps.append((a[i - 1].text, b[j - 1].text))
        if a[i - 1].word.key == b[j - 1].word.key { steps[steps.count - 1] = (nil, nil) }
        (i, j) = (i - 1, j - 1)
      } else if i > 0, costs[i - 1][j] + 2 == here {
        steps.append((a[i - 1].text, nil))
        i -= 1
      } else {
        steps.append((nil, b[j - 1].text))
        j -= 1
      }
    }
    return joined(steps.reversed())
  }

  private static func tokens(_ text: String) -> [Token] {
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8.span
    var tokens: [Token] = []
    var scanner = WordScanner(from: 0, to: span.count)
    while let word = scanner.next(span) {
      tokens.append(
        Token(
          word: MatchWord(word.key),
          text: span.string(TextRange(start: word.start, end: word.end))))
    }
    return tokens
  }

  private static func table(_ a: [Token], _ b: [Token]) -> [[Int32]] {
    var table = [(0...b.count).map { Int32(2 * $0) }]
    for i in a.indices {
      var row = [Int32(2 * (i + 1))]
      for j in b.indices {
        row.append(
          min(
            table[i][j] + MatchScore.cost(a[i].word, b[j].word), min(row[j], table[i][j + 1]) + 2))
      }
      table.append(row)
    }
    return table
  }

  /// Steps without a difference part the runs of those with one.
  private static func joined(_ steps: [(old: String?, new: String?)]) -> [MatchDifference] {
    var list: [MatchDifference] = []
    var old: [String] = []
    var new: [String] = []
    for step in steps + [(nil, nil)] {
      if step.old == nil, step.new == nil {
        if !old.isEmpty || !new.isEmpty {
          list.append(
            MatchDifference(old: old.joined(separator: " "), new: new.joined(separator: " ")))
        }
        (old, new) = ([], [])
      }
      if let word = step.old { old.append(word) }
      if let word = step.new { new.append(word) }
    }
    return list
  }
}
