/// A quotation of the source is one in the target, and pairs of the target are whole where those of the source are.
///
/// Marks count by kind of place, not by shape: «…», “…”, "…", „…“, 「…」 are all one. Single marks are not counted: they may be
/// apostrophes. Bias: Arabic puts names in marks where English writes them plain, so only a quoted passage of five words
/// and more is asked for. A quotation that runs on in the next sentence is closed there.
///
///     صحيفة «الغد» / the paper Al-Ghad      well        قال: «لا وقت نضيعه اليوم» / he said there was no time    warning
enum QuotationCheck {
  /// So many words between marks are a quotation, fewer may be a name.
  private static let quotationWords = 5

  static func check(_ pair: CheckedPair, _ list: inout FindingList) {
    let source = Marks(pair.source)
    let target = Marks(pair.target)
    if source.quotes >= 2, target.quotes == 0, !target.hasSingles,
      source.longestQuotation >= quotationWords
    {
      list.add(
        .warning, .quotation, pair.segment,
        "the source has a quotation, the target no quotation marks")
    } else if source.quotes >= 2, source.quotes % 2 == 0, target.quotes % 2 == 1,
      !pair.neighbours.contains(where: { Marks($0).quotes % 2 == 1 })
    {
      list.add(
        .warning, .quotation, pair.segment,
        "a quotation in the target is not closed, or not opened")
    }
    if source.openBrackets == source.closedBrackets, target.openBrackets != target.closedBrackets {
      list.add(
        .warning, .quotation, pair.segment, "a bracket in the target is not closed, or not opened")
    }
  }

  private struct Marks {
    var quotes = 0
    private var singles = 0
    /// Whether there is a single mark that is no apostrophe: it does not stand behind a letter.
    private var hasSureSingle = false
    /// The most words between two marks, the first of which opens.
    var longestQuotation = 0
    var openBrackets = 0
    var closedBrackets = 0

    /// Whether single marks may be quotation marks.
    var hasSingles: Bool { singles > 1 || hasSureSingle }

    init(_ text: String) {
      var previous: Unicode.Scalar = " "
      var words = 0
      for scalar in text.unicodeScalars {
        let before = quotes
        switch scalar.value {
        case 0x22:
          // Behind a digit it may be inches.
          if NumberScanner.digit(previous) == nil || quotes % 2 == 1 { quotes += 1 }
        case 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F: quotes += 1
        case 0x27, 0x2018, 0x2019, 0x201A, 0x2039, 0x203A:
          singles += 1
          if !previous.properties.isAlphabetic, NumberScanner.digit(previous) == nil {
            hasSureSingle = true
          }
        case 0x28, 0xFF08: openBrackets += 1
        case 0x29, 0xFF09:
          // A list marker closes nothing: 1) or أ).
          if openBrackets > closedBrackets || !Self.isMarker(text, before: closedBrackets) {
            closedBrackets += 1
          }
        default: break
        }
        if quotes > before {
          if quotes % 2 == 0 { longestQuotation = max(longestQuotation, words) }
          words = 0
        } else if scalar.isAlphabetic, !previous.isAlphabetic, !previous.properties.isDiacritic {
          words += 1
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
