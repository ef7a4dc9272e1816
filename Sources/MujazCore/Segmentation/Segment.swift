/// What a segment is in its article.
public enum SegmentRole: String, Sendable, CaseIterable {
  /// The title, wherever it stands.
  case headline
  /// A sentence of the article.
  case body
  /// What is asked in an interview, on a line of its own.
  case question
  /// The words under a picture.
  case caption
  /// Author, agency, place or date alone on their line.
  case byline
  /// Everything else: masthead, share bar, "read also", tags, subheads, rulings.
  case other
}

/// One sentence, or one line that is no sentence: the unit a translator works on.
public struct Segment: Hashable, Sendable {
  /// Where it stands, without white space at its ends.
  public var range: TextRange
  /// What it is in its article.
  public var role: SegmentRole
  /// The number of its paragraph: segments of one paragraph share it, and it only grows.
  public var paragraph: Int

  /// Whether it begins inside a quotation that an earlier segment of the paragraph opened.
  public var startsInQuotation: Bool

  /// Whether it is `other` only for want of a mark: a subhead, an item of a list, a sentence that is
  /// cut, or marks that belong to what stands before them.
  package var isUnmarked = false

  public init(
    range: TextRange, role: SegmentRole, paragraph: Int, startsInQuotation: Bool = false
  ) {
    self.range = range
    self.role = role
    self.paragraph = paragraph
    self.startsInQuotation = startsInQuotation
  }
}

/// Why a place in the text ends a segment, or does not: what `--explain` shows.
public struct BoundaryDecision: Hashable, Sendable {
  /// The offset at which the segment ends or would have ended.
  public var offset: Int
  /// Whether a segment ends there.
  public var isBoundary: Bool
  /// The rule that decided.
  public var rule: BoundaryRule
}

/// The rule families, each in the file of its name.
public enum BoundaryRule: String, Sendable, CaseIterable {
  case address
  case number
  case listMarker = "list-marker"
  case initials
  case title
  case strayStop = "stray-stop"
  case abbreviation
  case unit
  case followingMark = "following-mark"
  case bracket
  case quotation
  case ellipsis
  case lineBreak = "line-break"
  case hardWrap = "hard-wrap"
  case brokenLine = "broken-line"
  case shareBar = "share-bar"
  /// No rule objected: a terminal mark ends a segment.
  case terminalMark = "terminal-mark"
}
