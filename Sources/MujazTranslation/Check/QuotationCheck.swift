/// Quotation marks of the source have a counterpart in the target, and pairs of the target are whole where those of
/// the source are.
///
/// Marks count by kind of place, not by shape: «…», “…”, "…", „…“, 「…」 are all one. Single marks are not counted: they may be
/// apostrophes.
enum QuotationCheck {
  static func check(_ pair: CheckedPair, _ list: inout FindingList) {
    let source = Marks(pair.source)
    let target = Marks(pair.target)
    if source.quotes >= 2, target.quotes == 0, target.singles < 2 {
      list.add(
        .warning, .quotation, pair.segment, "the source has quotation marks, the target has none")
    } else if source.quotes % 2 == 0, target.quotes % 2 == 1 {
      list.add(
        .warning, .quotation, pair.segment, "a quotation in the target is not closed, or not opened"
      )
    }
    if source.openBrackets == source.closedBrackets, target.openBrackets != target.closedBrackets {
      list.add(
        .warning, .quotation, pair.segment, "a bracket in the target is not closed, or not opened")
    }
  }

  private struct Marks {
    var quotes = 0
    var singles = 0
    var openBrackets = 0
    var closedBrackets = 0

    init(_ text: String) {
      var previous: Unicode.Scalar = " "
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x22:
          // Behind a digit it may be inches.
          if NumberScanner.digit(previous) == nil || quotes % 2 == 1 { quotes += 1 }
        case 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F: quotes += 1
        case 0x27, 0x2018, 0x2019, 0x201A, 0x2039, 0x203A: singles += 1
        case 0x28, 0xFF08: openBrackets += 1
        case 0x29, 0xFF09:
          // A list marker closes nothing: 1) or أ).
          if openBrackets > closedBrackets || !Self.isMarker(text, before: closedBrackets) {
            closedBrackets += 1
          }
        default: break
        }
        previous = scalar
      }
    }

    /// Whether the text begins with a list marker like `1)`.
    private static func isMarker(_ text: String, before closed: Int) -> Bool {
      guard closed == 0, let index = text.firstIndex(of: ")") else { return false }
      return text[..<index].count <= 3
    }
  }
}
