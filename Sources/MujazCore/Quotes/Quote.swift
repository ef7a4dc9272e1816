/// How the words of a quotation are given.
public enum QuoteKind: String, Sendable, CaseIterable {
  /// Inside marks, or behind a colon: the speaker's own words.
  case direct
  /// A clause behind إن or أن: what was said, in the article's words.
  case indirect
  /// Such a clause with words of the speaker in marks inside it.
  case mixed
}

/// How sure the speaker of a quotation is.
public enum QuoteConfidence: String, Sendable, CaseIterable, Comparable {
  /// Nobody, or a word alone that no list knows, or somebody named further back than the paragraph before.
  case low
  /// A title or a surname alone, or somebody sure who is named in the paragraph or the one before.
  case medium
  /// Named in the sentence, and surely somebody: a given name with another, a name behind a title, a body of the lists.
  case high

  /// By how sure: low, medium, high.
  public static func < (a: QuoteConfidence, b: QuoteConfidence) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .low ? 0 : self == .medium ? 1 : 2 }
}

/// Who says the words of a quotation.
public struct Speaker: Sendable, Hashable {
  /// The words that name the speaker in the quotation's sentence; nil where the verb has no subject (وأضاف أن …).
  public var range: TextRange?
  /// The fullest mention of the speaker in the article: قاسم مصلح for مصلح, for قائد العمليات and for a bare وأضاف.
  public var canonical: TextRange
  /// Whether it is a person, a body, a document, or somebody without a name.
  public var kind: SpeakerKind
  /// What the speaker is, where the article says so: قائد عمليات الأنبار للحشد.
  public var role: TextRange?

  /// A speaker of spans that were found elsewhere.
  public init(
    range: TextRange?, canonical: TextRange, kind: SpeakerKind, role: TextRange? = nil
  ) {
    self.range = range
    self.canonical = canonical
    self.kind = kind
    self.role = role
  }

  /// The fullest mention with the title that stands directly before it: وزير النقل سالم العلي.
  public var introduction: TextRange {
    guard let role, role.end <= canonical.start, canonical.start - role.end <= 3 else {
      return canonical
    }
    return TextRange(start: role.start, end: canonical.end)
  }
}

/// A quotation: what is said, how, and by whom. Every range is a span of the article.
public struct Quote: Sendable, Hashable {
  /// How the words are given.
  public var kind: QuoteKind
  /// What is said, without marks and without the إن or أن that stands before it, unless a pronoun is joined to it.
  public var range: TextRange
  /// The إن or أن that stands directly before `range` and is no part of it, with its preposition (إلى أن); nil where none does.
  public var complementizer: TextRange?
  /// The verb or preposition that attributes the words; nil in headlines and where a quotation stands by itself.
  public var cue: TextRange?
  /// The particle that stands directly before a verb: without its لم a verb says the opposite. Nil where none does.
  public var cueParticle: TextRange?
  /// Whether the cue denies what is said (نفى، استبعد): the content alone would say the opposite.
  public var isNegated: Bool
  /// Nil where nobody is named, and where in doubt.
  public var speaker: Speaker?
  /// The agency or paper that carries the words: it is not the speaker.
  public var medium: TextRange?
  /// How sure the speaker is.
  public var confidence: QuoteConfidence
  /// The number of the segment in which the quotation begins.
  public var segment: Int
  /// The number of its paragraph.
  public var paragraph: Int

  /// What is said as it reads behind its verb: أن يكون الجسر آمنا.
  public var clause: TextRange {
    TextRange(start: complementizer?.start ?? range.start, end: range.end)
  }

  /// The verb or preposition with its particle: لم تستبعد.
  public var fullCue: TextRange? {
    cue.map { TextRange(start: cueParticle?.start ?? $0.start, end: $0.end) }
  }

  /// A quotation of spans that were found elsewhere. A complementizer ends before `range`, a particle before `cue`.
  public init(
    kind: QuoteKind, range: TextRange, complementizer: TextRange? = nil, cue: TextRange? = nil,
    cueParticle: TextRange? = nil, isNegated: Bool = false, speaker: Speaker? = nil,
    medium: TextRange? = nil, confidence: QuoteConfidence = .low, segment: Int = 0,
    paragraph: Int = 0
  ) {
    self.kind = kind
    self.range = range
    self.complementizer = complementizer
    self.cue = cue
    self.cueParticle = cueParticle
    self.isNegated = isNegated
    self.speaker = speaker
    self.medium = medium
    self.confidence = confidence
    self.segment = segment
    self.paragraph = paragraph
  }
}
