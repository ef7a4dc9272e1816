public import MujazCore

/// A translation package: articles or briefs as segments that wait for their targets, or have them.
public struct BilingualPackage: Sendable {
  /// The language of the sources, a BCP 47 tag.
  public var sourceLanguage: String
  /// The language of the targets, a BCP 47 tag; empty where the file does not say.
  public var targetLanguage: String
  /// The articles and briefs, in order.
  public var documents: [BilingualDocument]

  /// A package of documents.
  public init(
    sourceLanguage: String, targetLanguage: String, documents: [BilingualDocument] = []
  ) {
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.documents = documents
  }
}

/// One article, or one brief, in a package.
public struct BilingualDocument: Sendable {
  /// What it was made of: a path, or the id of a record.
  public var original: String
  /// How many units it had when it was written; nil where the file does not say.
  public var expectedUnits: Int?
  /// How many segments it had when it was written; nil where the file does not say.
  public var expectedSegments: Int?
  /// SHA-256 of the article's text, in hexadecimal digits; empty where the file does not say.
  public var digest = ""
  /// Lines of the article that are not in it, being no part of the article; empty where the file does not say.
  public var leftOut: [String] = []
  /// Its paragraphs, in order.
  public var units: [BilingualUnit]

  /// A document of units.
  public init(
    original: String, expectedUnits: Int? = nil, expectedSegments: Int? = nil,
    units: [BilingualUnit] = []
  ) {
    self.original = original
    self.expectedUnits = expectedUnits
    self.expectedSegments = expectedSegments
    self.units = units
  }
}

/// A paragraph: the segments that belong together.
public struct BilingualUnit: Sendable {
  /// Made of its text: `p` and a hash; empty where the format has no units of its own.
  public var id: String
  /// Its number in the document, from 1; nil where the file does not say.
  public var number: Int?
  /// What its first segment is in the article.
  public var role: SegmentRole
  /// White space before the first segment.
  public var lead: String
  /// Its sentences, in order.
  public var segments: [BilingualSegment]
  /// What the translator is told of it.
  public var notes: [Note]
  /// The line of the file it was read from, or of the article it was made of.
  public var line: Int

  /// A unit of segments.
  public init(
    id: String, number: Int? = nil, role: SegmentRole = .body, lead: String = "",
    segments: [BilingualSegment] = [], notes: [Note] = [], line: Int = 0
  ) {
    self.id = id
    self.number = number
    self.role = role
    self.lead = lead
    self.segments = segments
    self.notes = notes
    self.line = line
  }
}

/// A sentence and its translation.
public struct BilingualSegment: Sendable {
  /// Made of its text: `s` and a hash, `b` and a hash in a brief, with `-2`, `-3` behind it for repeats.
  public var id: String
  /// Its number in the document, from 1; nil where the file does not say.
  public var number: Int?
  /// The text, placeholders included as they read.
  public var source: String
  /// What a translator must leave as it is, in order.
  public var placeholders: [Placeholder]
  /// Terms of a glossary, in order, none of them in a placeholder.
  public var terms: [Term]
  /// What a memory offers for it, best first.
  public var matches: [MemoryMatch] = []
  /// The translation, placeholders included; nil where there is none.
  public var target: String?
  /// Whether the target is a suggestion that nobody has confirmed.
  public var isFuzzy: Bool
  /// Whether the translator leaves it out of the translation.
  public var isOmitted = false
  /// What the translator says or asks of it, each one line.
  public var comments: [String] = []
  /// Whether the source may stand for itself (a byline).
  public var isTranslatable: Bool
  /// White space behind it: within the paragraph, or behind its last segment.
  public var gap: String
  /// The place of its target in the unit, where the translator has put it elsewhere; else its own.
  public var order: Int?
  /// The line of the file it was read from, or of the article it was made of.
  public var line: Int

  /// A segment of a source, with its target or without.
  public init(
    id: String, number: Int? = nil, source: String, placeholders: [Placeholder] = [],
    terms: [Term] = [], target: String? = nil, isFuzzy: Bool = false, isTranslatable: Bool = true,
    gap: String = "", line: Int = 0
  ) {
    self.id = id
    self.number = number
    self.source = source
    self.placeholders = placeholders
    self.terms = terms
    self.target = target
    self.isFuzzy = isFuzzy
    self.isTranslatable = isTranslatable
    self.gap = gap
    self.line = line
  }
}

/// A part of a source that stays as it is: a URL, an e-mail address, a handle, a hashtag.
public struct Placeholder: Sendable, Hashable {
  /// What a placeholder is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A web address.
    case url
    /// An e-mail address.
    case email
    /// A name with @ before it.
    case handle
    /// A word with # before it.
    case hashtag
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands in the source.
  public var range: TextRange

  /// A placeholder at a place of the source.
  public init(kind: Kind, range: TextRange) {
    self.kind = kind
    self.range = range
  }
}

/// A term of the user's glossary in a source.
public struct Term: Sendable, Hashable {
  /// Where it stands in the source.
  public var range: TextRange
  /// The term as the glossary has it.
  public var term: String
  /// The translations that are wanted for it; any will do.
  public var translations: [String]

  /// A term at a place of the source.
  public init(range: TextRange, term: String, translations: [String]) {
    self.range = range
    self.term = term
    self.translations = translations
  }
}

/// What the translator is told of a segment or a paragraph.
public struct Note: Sendable, Hashable {
  /// What a note is about.
  public enum Category: String, Sendable, CaseIterable {
    /// What the segment is in the article: a byline, a caption.
    case context
    /// The sentence stands in the brief.
    case keySentence = "key-sentence"
    /// Who speaks.
    case speaker
    /// A name or a place, and how it reads in Latin letters.
    case name
    /// A date of either calendar, and how it is written in English.
    case date
    /// A number, and how it is written in English.
    case number
    /// The same text stood before it.
    case repeated
    /// What a memory offers, and what differs.
    case match
    /// What stood here in an earlier version, and what differs.
    case changed
    /// A term of the glossary.
    case term
  }

  /// What it is about.
  public var category: Category
  /// The segment of the unit that it is about, from 0; nil for the whole unit.
  public var segment: Int?
  /// The note, one line.
  public var text: String

  /// A note on a unit, or on one of its segments.
  public init(_ category: Category, segment: Int? = nil, _ text: String) {
    self.category = category
    self.segment = segment
    self.text = text
  }
}

/// What has become of a segment.
public enum TargetStatus: String, Sendable, CaseIterable {
  /// There is no target, or nothing in it.
  case missing
  /// The target is the source, or holds all of it beside something else.
  case copied
  /// The target is a suggestion that nobody has confirmed.
  case fuzzy
  /// There is a translation, or none is needed.
  case translated
  /// The translator leaves it out.
  case omitted
}

extension BilingualSegment {
  /// What has become of the segment. A target that equals a source without Arabic letters (a number, a name in Latin
  /// letters) is a translation.
  public var status: TargetStatus {
    if isOmitted { return .omitted }
    guard let target, ContentHash(target) != .blank else {
      return isTranslatable && !source.isBlank ? .missing : .translated
    }
    if isTranslatable, source.hasArabicOutside(placeholders),
      ContentHash(target) == ContentHash(source) || holdsSource(target)
    {
      return .copied
    }
    return isFuzzy ? .fuzzy : .translated
  }

  /// A name of so many words may stand in the target as it is; more words are no name.
  private static let longestName = 3

  /// Whether all of the source stands in the target, too, as where a tool put the translation in front of a copied target.
  private func holdsSource(_ target: String) -> Bool {
    // Nearly every translation is shorter in bytes than its Arabic source.
    guard target.utf8.count > source.utf8.count, source.words.count > Self.longestName else {
      return false
    }
    return target.contains(source)
  }
}
