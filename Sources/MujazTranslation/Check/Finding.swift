import MujazCore

/// Something in a translation that should be looked at.
public struct Finding: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, CaseIterable {
    /// The translation is wrong or not finished.
    case error
    /// It may be.
    case warning
    /// Nothing is wrong: it should be known.
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// The check that found it.
  public var rule: CheckRule
  /// What the document was made of.
  public var document: String
  /// The segment, or the unit where it has none.
  public var segment: String
  /// The line of the file; of a DOCX file the row of the table, the head being the first.
  public var line: Int
  /// What is wrong, one line.
  public var message: String
  /// The source of the segment.
  public var source: String
  /// Its target.
  public var target: String
}

extension Collection<Finding> {
  /// How many there are of each severity, as people say it: `1 error, 2 warnings`, and notes where there are some.
  public var summary: String {
    func told(_ severity: Finding.Severity) -> String {
      let number = count(of: severity)
      return "\(number) \(severity)" + (number == 1 ? "" : "s")
    }
    let sum = told(.error) + ", " + told(.warning)
    return count(of: .note) > 0 ? sum + ", " + told(.note) : sum
  }

  /// How many there are of a severity.
  public func count(of severity: Finding.Severity) -> Int { count { $0.severity == severity } }
}

/// The families of checks, each in the file of its name.
public enum CheckRule: String, Sendable, CaseIterable {
  /// What went out has come back.
  case source
  /// Missing, copied, unconfirmed; a note where it is omitted.
  case status
  /// Numbers and dates that only one side has.
  case numbers
  /// A day of the week or a month that is another one, or has gone.
  case calendar
  /// A currency or a percentage that only one side has.
  case money
  /// A country in another's place.
  case country
  /// What only one side denies.
  case negation
  /// Addresses and tags that do not stand in the target as often as in the source.
  case placeholders
  /// A question that is none any more, or a final mark that only the source has.
  case punctuation
  /// Quotation marks that only one side has, or that nothing closes.
  case quotation
  /// A target far longer or shorter than its source.
  case length
  /// One source with two translations.
  case consistency
  /// Arabic words in a target that is not written in Arabic letters.
  case script
  /// A word twice, two spaces, a mark of another script.
  case typing
  /// Bidi controls that nothing closes, and overrides.
  case bidi
  /// A person or a place of the source that the target does not name.
  case names
  /// A term of the glossary without its translation.
  case glossary
  /// What the translator says or asks.
  case comment
}

/// A sentence and its translation, as the checks see them.
struct CheckedPair {
  var source: String
  var target: String
  var segment: BilingualSegment
  /// The language of the targets, nil where it is not known.
  var language: Language?
  /// What the segment is in the article.
  var role = SegmentRole.body
  /// The targets before and behind it.
  var neighbours: [String] = []

  /// Words of so many bytes are several that came together: 20 letters of Arabic.
  private static let longestWord = 40

  /// Whether its words are read: the target is English, and the source's words stand apart.
  var readsWords: Bool {
    language?.base == "en" && !source.words.contains { $0.end - $0.start > Self.longestWord }
  }
}

/// Findings in the making.
struct FindingList {
  private var findings: [Finding] = []
  private var document = ""
  /// Where those of the document begin.
  private var start = 0

  /// Goes on with another document.
  mutating func begin(_ document: String) {
    sort()
    self.document = document
    start = findings.count
  }

  /// The findings: document by document, each in the order of the file.
  mutating func finish() -> [Finding] {
    sort()
    return findings
  }

  mutating func add(
    _ severity: Finding.Severity, _ rule: CheckRule, _ segment: BilingualSegment, _ message: String
  ) {
    findings.append(
      Finding(
        severity: severity, rule: rule, document: document, segment: segment.id,
        line: segment.line, message: message, source: segment.source, target: segment.target ?? ""))
  }

  mutating func add(_ problem: PackageError) {
    findings.append(
      Finding(
        severity: .error, rule: .source, document: document, segment: "", line: problem.line ?? 0,
        message: problem.message, source: "", target: ""))
  }

  /// Whether a rule has told something of a segment, which is the last that was told of.
  func hasTold(_ rule: CheckRule, _ segment: BilingualSegment) -> Bool {
    findings[start...].reversed().prefix { $0.segment == segment.id }.contains { $0.rule == rule }
  }

  private mutating func sort() {
    // A stable order: by line, then as they were found.
    findings[start...] = ArraySlice(
      findings[start...].enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }.map(\.element))
  }
}
