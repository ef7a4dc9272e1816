/// Marks inside brackets, and brackets that close behind a mark of their own.
///
/// Bias: a bracket is an aside and its marks end nothing, unless it is a sentence of its own or so long that it
/// holds a whole quotation.
///
///     أعلن الفوز (وكان متوقعا!) قبل منتصف الليل       no end       يقدر ثمنه بالملايين. (المليون ألف ألف.) ويعرض       an end
enum BracketRule {
  /// From this many bytes on a bracket is a quotation in round marks: about twelve words.
  private static let longest = 140

  static func decide(
    _ candidate: Candidate, _ neighbours: Neighbours, _ scene: Scene, _ text: Span<UInt8>
  ) -> Verdict? {
    if let opener = candidate.openBracket {
      guard let closer = scene.brackets.closer(of: opener), closer - opener <= longest,
        candidate.isEllipsis || !followsColon(opener, scene, text)
      else { return nil }
      return .refuse(.bracket)
    }
    if let opener = candidate.closedBracket, candidate.next < candidate.limit {
      if opener == candidate.segmentStart {
        // (من يوقع أولا؟) سأل الوسيط: a quotation in round marks, and its tag.
        return neighbours.followingExactly.contains(.speechVerb)
          ? .refuse(.bracket) : .keep(.bracket)
      }
      return candidate.end - opener <= longest ? .refuse(.bracket) : nil
    }
    return nil
  }

  /// A bracket behind a colon holds a quotation.
  private static func followsColon(_ opener: Int, _ scene: Scene, _ text: Span<UInt8>) -> Bool {
    var offset = opener
    while offset > scene.range.start, text[offset - 1] == 0x20 { offset -= 1 }
    return offset > scene.range.start && text[offset - 1] == UInt8(ascii: ":")
  }
}

/// For each opening bracket of a paragraph the bracket that closes it.
struct BracketIndex {
  private var pairs: [(opener: Int, closer: Int)] = []

  /// Pairs the brackets of a paragraph, innermost first, in one pass; an unclosed opener has no pair.
  mutating func index(_ marks: ArraySlice<Mark>) {
    pairs.removeAll(keepingCapacity: true)
    var open: [Int] = []
    for mark in marks {
      if mark.kind == .bracketOpener {
        open.append(mark.offset)
      } else if mark.kind == .bracketCloser, let opener = open.popLast() {
        pairs.append((opener, mark.offset))
      }
    }
    pairs.sort { $0.opener < $1.opener }
  }

  /// The offset of the closing bracket. Logarithmic.
  func closer(of opener: Int) -> Int? {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].opener < opener { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low].opener == opener ? pairs[low].closer : nil
  }
}
