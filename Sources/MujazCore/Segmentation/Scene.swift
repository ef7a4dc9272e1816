/// The paragraph a candidate stands in: what rules ask beyond the candidate itself.
struct Scene {
  /// The paragraph, joined lines included.
  var range: TextRange
  /// Its marks.
  var marks: ArraySlice<Mark>
  var brackets: BracketIndex
  /// Whether the paragraph looks like a headline: one line, not long, that ends without a terminal mark.
  var isHeadline: Bool
  /// The mark that is being looked at, an index into `marks`.
  var current: Int
  /// The offset of the last mark that can close a quotation.
  var lastCloser = 0

  /// The offset of the first terminal mark behind `offset`, or the end of the paragraph.
  func nextTerminal(behind offset: Int) -> Int {
    var index = current
    // Bounded: whoever asks wants to know of the next few words only.
    let last = min(marks.endIndex, current + 16)
    while index < last {
      let mark = marks[index]
      if mark.offset >= offset, mark.kind.isTerminal { return mark.offset }
      index += 1
    }
    return range.end
  }

  /// Whether the quotation that opens at `opener` is short enough to be a name: «صحتك.. ثروتك».
  func isTitleQuotation(_ opener: Int) -> Bool {
    var index = current
    let last = min(marks.endIndex, current + 8)
    while index < last {
      let mark = marks[index]
      if mark.offset > opener, mark.kind == .closer || mark.kind == .quote {
        return mark.offset - opener <= 60
      }
      index += 1
    }
    return false
  }
}
