internal import MujazCore

/// The rules of mujaz's segmenter as far as SRX can say them, made of the same word lists.
///
/// SRX decides each place by what stands before and behind it within reach of a regular expression. What needs the
/// paragraph (which quotation is open and how it was introduced, whether a line is a headline), lines that are joined, and
/// the roles of segments is lost: `losses` names it.
public enum ArabicRules {
  /// What the rules cannot say, one line for each.
  public static let losses = [
    "Quotations: how a quotation was introduced and whether it is open is not known. What follows a mark and its closing"
      + " quotation mark continues the sentence where it is a verb of saying or a preposition, and ends it otherwise.",
    "Lines: a line break always ends a segment. Hard-wrapped text and broken lines are not joined, share bars not cut off.",
    "Brackets: only those within reach of a pattern (100 characters) are seen, and none that are nested.",
    "Ellipses: a headline is a line without a final mark; whether both sides are clauses is judged by their words alone.",
    "Words: tashkeel and tatweel inside a word hide it from the patterns.",
    "Roles (headline, byline, caption, boilerplate) are not part of SRX.",
  ]

  /// The document: one set of rules, for every code of Arabic.
  public static var document: SRXDocument {
    SRXDocument(
      cascades: false,
      languageRules: [SRXDocument.LanguageRules(name: "Arabic", rules: rules)],
      maps: [SRXDocument.Map(languagePattern: "(?i)ara?([-_].*)?", name: "Arabic")])
  }

  // MARK: Pieces of patterns

  private static let letter = "[\\p{L}\\p{M}\\p{Nd}]"
  private static let wordStart = "(?<!\(letter))"
  private static let wordEnd = "(?!\(letter))"
  private static let marks = ".!?؟۔…‼⁇⁈⁉"
  private static let closers = "\"»”“’')\\]}"
  /// و or ف and a word of its own behind it, or a word that is set against the sentence before.
  private static let opening =
    "(?:[وف]\\p{L}{2,}|\(any(WordList.conjunctions.entries("adversative-opener")))\(wordEnd))"
  private static let titles = WordList.abbreviations.entries("title")
  /// A letter, or the Arabic name of a Latin one.
  private static let initial = "(?:\\p{L}|[وبل]?\(any(WordList.letterNames.entries())))"
  /// What binds to the words before it.
  private static let binding = any(
    WordList.prepositions.entries()
      + WordList.conjunctions.entries("subordinator") + WordList.conjunctions.entries("relative")
      + WordList.conjunctions.entries("coordinator"))

  /// One of several words or phrases. The letters that the segmenter folds are classes.
  private static func any(_ words: [String]) -> String {
    // The longest first: the first that matches is taken.
    let sorted = Set(words).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    return "(?:" + sorted.map(pattern).joined(separator: "|") + ")"
  }

  private static func pattern(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "ا", "أ", "إ", "آ", "ٱ": result += "[اأإآٱ]"
      case "ى", "ي": result += "[ىي]"
      case "ة", "ه": result += "[ةه]"
      case " ": result += "\\s"
      case ".": result += "\\.\\s?"
      case let other:
        if "\\^$.|?*+()[]{}".unicodeScalars.contains(other) { result += "\\" }
        result.unicodeScalars.append(other)
      }
    }
    return result
  }

  // MARK: Rules

  private static var rules: [SRXRule] {
    (exceptions + breaks).enumerated().map { number, rule in
      var rule = rule
      rule.name = "Arabic:\(number + 1)"
      return rule
    }
  }

  private static func keep(_ before: String, _ after: String) -> SRXRule {
    SRXRule(isBreak: false, before: before, after: after)
  }

  /// In the order of the rule families.
  private static var exceptions: [SRXRule] {
    numbers + following + initialRules + strayStops + abbreviations + brackets + ellipses
      + quotations
  }

  /// Addresses, numbers and list markers.
  private static var numbers: [SRXRule] {
    [
      keep("(?:https?://|www\\.|@)[^\\s\\p{Arabic}]*[.?!]", "[\\w/#&=]"),
      keep("[A-Za-z0-9][.?]", "[A-Za-z]"),
      keep("[A-Za-z][.?]", "[0-9]"),
      keep("\\p{Nd}\\.", "\\p{Nd}"),
      keep("\\s\\.", "\\p{Nd}"),
      keep(":\\s*\\p{Nd}{1,2}\\.", "\\s"),
      keep("^\\s*[-–•*(\\[]?\\s*(?:\\p{Nd}{1,3}|\\p{L})\\.", "\\s"),
    ]
  }

  /// What carries on with a comma has not ended.
  private static var following: [SRXRule] { [keep("[\(marks)][\(closers)]*", "\\s*[،؛,;:)\\]]")] }

  private static var initialRules: [SRXRule] {
    [
      keep("\(wordStart)\(initial)\\.", "\(initial)\(wordEnd)"),
      keep("\(wordStart)\(initial)\\.", "\\s+\(initial)\\."),
      keep("\(wordStart)\(initial)\\.\\s?\(initial)\\.", "\\s*(?!\(opening))\\p{L}"),
    ]
  }

  private static var strayStops: [SRXRule] {
    [
      keep("\\p{L}\\?", "(?![وف])\\p{L}"),
      keep("\\.", "\\s*أن\(wordEnd)"),
      keep("\(wordStart)(?:في|من|عن)\\.", "\\s*\\p{L}"),
    ]
  }

  /// Titles, units and eras, and the other abbreviations.
  private static var abbreviations: [SRXRule] {
    let units = WordList.abbreviations.entries("unit") + WordList.abbreviations.entries("clock")
    let eras = WordList.abbreviations.entries("era")
    let others = WordList.abbreviations.entries("other").filter { $0.unicodeScalars.count > 1 }
    return [
      keep("\(wordStart)(?<!\\p{Nd}\\s?)[وفلبك]?\(any(titles))\\.", "\\s*\\p{L}"),
      keep("\\p{Nd}\\s?\(any(units + eras))\\.", "\\s+(?:\(binding)\(wordEnd)|\\()"),
      keep("\(wordStart)\(any(eras.filter { $0.contains(".") }))\\.", "\\s+\(binding)\(wordEnd)"),
      keep("\(wordStart)\(any(others))\\.", "\\s*(?!\(opening))[\\p{L}\\p{Nd}]"),
    ]
  }

  /// A mark inside a short bracket, and one that closes it.
  private static var brackets: [SRXRule] {
    [
      keep("\\([^()]*[\(marks)][\"»”’]*", "[^()]{0,100}\\)"),
      keep("\\p{L}\\s*\\([^()]{0,60}[\(marks)]\\)", "\\s*\\p{L}"),
    ]
  }

  private static var ellipses: [SRXRule] {
    let dots = "(?:\\.{2,}|…)"
    let word = "[^\\s\(marks)]+"
    return [
      keep(dots, "\\s*(?:\(binding)|\(any(WordList.abbreviations.entries("other"))))\(wordEnd)"),
      keep("\(wordStart)\(binding)\\s?\(dots)", "[\\s\\S]"),
      // Three words or fewer on either side are no clause.
      keep("(?:^|[\(marks)])\\s*(?:\(word)\\s+){0,2}\(word)\\s*\(dots)", "[\\s\\S]"),
      keep(dots, "\\s*(?:\(word)\\s+){0,1}\(word)\\s*(?:[\(marks)]|$)"),
      // A line without a final mark is a headline.
      keep(dots, "[^\(marks)]*$"),
      keep(dots, "\\s*[^\\p{L}\\p{N}\\s]"),
    ]
  }

  /// A quotation is not cut from its tag.
  private static var quotations: [SRXRule] {
    let closed = "[?؟!۔][\"»”’]"
    let verb = any(VerbsOfSaying.speechForms)
    return [
      keep(closed, "\\s*\(verb)\(wordEnd)"),
      keep(closed, "\\s*(?!\(opening))\(binding)\(wordEnd)"),
      keep(closed, "\\s*و[«“\"(]"),
      keep("\\.[\"»”’]", "\\s*\(any(WordList.prepositions.entries("source")))\(wordEnd)"),
    ]
  }

  /// A row of marks with what closes it, before what is neither.
  private static var breaks: [SRXRule] {
    let closing = "(?:\\s?[\(closers)](?=[\\s\(marks)\(closers)،؛,;:]|$))*+"
    return [
      SRXRule(
        isBreak: true,
        before: "(?<![\(marks)]\\s?)[\(marks)]++(?:\\s?[\(marks)]++)*+\(closing)[\(marks)]*+",
        after: "[^\(marks)]")
    ]
  }
}
