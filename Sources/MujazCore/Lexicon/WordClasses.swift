/// What the word lists say of a word or a phrase. Each class is one list, or one kind within a list.
public struct WordClasses: OptionSet, Sendable, Hashable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Function words, no terms (Stopwords/arabic.txt).
  public static let stopWord = Self(bit: 0)

  // abbreviations.tsv
  /// Abbreviated titles before a name: د، أ، م.
  public static let titleAbbreviation = Self(bit: 1)
  /// Units behind a number: كم، م.
  public static let unit = Self(bit: 2)
  /// Eras behind a year: هـ، ق.م.
  public static let era = Self(bit: 3)
  /// Marks of the half day: ص، م.
  public static let clock = Self(bit: 4)
  /// Every other abbreviation: إلخ، ص.ب.
  public static let abbreviation = Self(bit: 5)
  /// Words that look like a title with a prefix (ود، فم) or a letter's name (بي).
  public static let homograph = Self(bit: 62)

  /// Arabic names of Latin letters: بي، سي.
  public static let letterName = Self(bit: 6)
  public static let preposition = Self(bit: 7)

  // conjunctions.txt
  public static let subordinator = Self(bit: 8)
  public static let coordinator = Self(bit: 9)
  /// Words that open a new sentence against the one before: أما، لكن، ثم.
  public static let adversative = Self(bit: 10)
  public static let relative = Self(bit: 11)

  // verbs-of-saying.tsv
  public static let speechVerb = Self(bit: 12)
  /// Verbs of saying that go on with a speaker named before: أضاف، تابع.
  public static let continuation = Self(bit: 13)

  // openers.tsv
  /// من جانبه، بدوره: another speaker, to be found before.
  public static let turn = Self(bit: 14)
  /// Openings that point back at the sentence before.
  public static let anaphoric = Self(bit: 15)
  /// يذكر أن: background that stands alone.
  public static let background = Self(bit: 16)
  /// هو، هي at the head of a sentence.
  public static let pronoun = Self(bit: 17)

  public static let demonstrative = Self(bit: 18)

  // boilerplate.tsv
  /// A line that begins so is not the article's.
  public static let boilerplatePrefix = Self(bit: 19)
  /// A line that is this and nothing else is not the article's.
  public static let boilerplateLine = Self(bit: 20)
  /// A label of a share bar.
  public static let shareLabel = Self(bit: 21)

  // byline-words.tsv
  public static let agency = Self(bit: 22)
  public static let credit = Self(bit: 23)
  public static let photo = Self(bit: 24)

  // calendar.tsv
  public static let month = Self(bit: 25)
  public static let weekday = Self(bit: 26)
  public static let calendarMark = Self(bit: 27)

  /// A line that begins so, with a colon behind it, is not the article's.
  public static let boilerplateLabel = Self(bit: 30)

  /// Cities and countries of datelines.
  public static let city = Self(bit: 28)
  /// Offices and honorifics before a name: الدكتور، وزير.
  public static let office = Self(bit: 29)

  // reference-nouns.tsv
  /// Times that "this" points at without pointing back: هذا العام.
  public static let presentNoun = Self(bit: 31)
  /// Documents and people that were named before: البيان، المصدر.
  public static let sourceNoun = Self(bit: 32)
  /// Speech with a pronoun, which is no speaker: حديثه.
  public static let speechNoun = Self(bit: 33)
  /// Words that open a named subject: كل من، أحد السكان.
  public static let quantifier = Self(bit: 34)

  /// Nouns that a single letter follows as a label: المجموعة أ.
  public static let letterLabel = Self(bit: 35)
  /// Prepositions that also stand at the end of a clause: لم يصل بعد.
  public static let adverb = Self(bit: 36)

  /// Prepositions that name a source: بحسب، وفقا لـ.
  public static let attribution = Self(bit: 37)

  /// Openings that are set against the sentence before and can often stand without it: لكن، كما.
  public static let softOpener = Self(bit: 38)

  /// Whom somebody speaks to: للصحافيين.
  public static let addressee = Self(bit: 39)

  // clause-openers.tsv
  /// Opens what went along with a claim: مشيرا، فيما.
  public static let circumstance = Self(bit: 50)
  /// Does so without a comma before it, too.
  public static let needsNoComma = Self(bit: 51)
  /// Opens a clause about the noun before it.
  public static let relativeOpener = Self(bit: 52)
  /// Opens a second claim of the same speaker: وأن.
  public static let secondClaim = Self(bit: 53)
  /// Opens a time, a place or a purpose.
  public static let adjunct = Self(bit: 54)
  /// Opens what turns, limits or conditions a claim: لكن، إلا، إذا.
  public static let staysOpener = Self(bit: 55)
  /// Newspapers, agencies and channels.
  public static let medium = Self(bit: 56)

  /// A longer phrase begins with these words.
  static let continues = Self(bit: 63)

  private init(bit: UInt64) { rawValue = 1 << bit }
}
