/// What the word lists say of a word or a phrase. Each class is one list, or one kind within a list.
package struct WordClasses: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Function words, no terms (Stopwords/arabic.txt).
  package static let stopWord = Self(bit: 0)

  // abbreviations.tsv
  /// Abbreviated titles before a name: د، أ، م.
  package static let titleAbbreviation = Self(bit: 1)
  /// Units behind a number: كم، م.
  package static let unit = Self(bit: 2)
  /// Eras behind a year: هـ، ق.م.
  package static let era = Self(bit: 3)
  /// Marks of the half day: ص، م.
  package static let clock = Self(bit: 4)
  /// Every other abbreviation: إلخ، ص.ب.
  package static let abbreviation = Self(bit: 5)
  /// Words that look like a title with a prefix (ود، فم) or a letter's name (بي).
  package static let homograph = Self(bit: 62)

  /// Arabic names of Latin letters: بي، سي.
  package static let letterName = Self(bit: 6)
  package static let preposition = Self(bit: 7)

  // conjunctions.txt
  package static let subordinator = Self(bit: 8)
  package static let coordinator = Self(bit: 9)
  /// Words that open a new sentence against the one before: أما، لكن، ثم.
  package static let adversative = Self(bit: 10)
  package static let relative = Self(bit: 11)

  // verbs-of-saying.tsv
  package static let speechVerb = Self(bit: 12)
  /// Verbs of saying that go on with a speaker named before: أضاف، تابع.
  package static let continuation = Self(bit: 13)
  /// Any verb of saying.
  @inline(__always) package static var saying: Self { [.speechVerb, .continuation] }

  // openers.tsv
  /// من جانبه، بدوره: another speaker, to be found before.
  package static let turn = Self(bit: 14)
  /// Openings that point back at the sentence before.
  package static let anaphoric = Self(bit: 15)
  /// يذكر أن: background that stands alone.
  package static let background = Self(bit: 16)
  /// Ties a sentence to the one before it and says nothing of its own: من جهة أخرى.
  package static let connective = Self(bit: 59)
  /// هو، هي at the head of a sentence.
  package static let pronoun = Self(bit: 17)

  package static let demonstrative = Self(bit: 18)

  // boilerplate.tsv
  /// A line that begins so is not the article's.
  package static let boilerplatePrefix = Self(bit: 19)
  /// A line that is this and nothing else is not the article's.
  package static let boilerplateLine = Self(bit: 20)
  /// A paragraph that begins so is the site's word to its readers, however long.
  package static let notice = Self(bit: 49)
  /// The first word of such a beginning.
  package static let noticeHead = Self(bit: 61)
  /// A label of a share bar.
  package static let shareLabel = Self(bit: 21)

  // byline-words.tsv
  package static let agency = Self(bit: 22)
  package static let credit = Self(bit: 23)
  package static let photo = Self(bit: 24)

  // calendar.tsv
  package static let month = Self(bit: 25)
  package static let weekday = Self(bit: 26)
  package static let calendarMark = Self(bit: 27)

  /// A line that begins so, with a colon behind it, is not the article's.
  package static let boilerplateLabel = Self(bit: 30)

  /// Cities and countries of datelines.
  package static let city = Self(bit: 28)
  /// Offices and honorifics before a name: الدكتور، وزير.
  package static let office = Self(bit: 29)

  /// Whether a word is an office, an honorific or the abbreviation of one: وزير، الدكتور، د.
  @inline(__always)
  var isOffice: Bool { !isDisjoint(with: [.office, .titleAbbreviation]) }

  // reference-nouns.tsv
  /// Times that "this" points at without pointing back: هذا العام.
  package static let presentNoun = Self(bit: 31)
  /// Documents and people that were named before: البيان، المصدر.
  package static let sourceNoun = Self(bit: 32)
  /// Speech with a pronoun, which is no speaker: حديثه.
  package static let speechNoun = Self(bit: 33)
  /// Words that open a named subject: كل من، أحد السكان.
  package static let quantifier = Self(bit: 34)

  /// Nouns that a single letter follows as a label: المجموعة أ.
  package static let letterLabel = Self(bit: 35)
  /// Prepositions that also stand at the end of a clause: لم يصل بعد.
  package static let adverb = Self(bit: 36)

  /// Prepositions that name a source: بحسب، وفقا لـ.
  package static let attribution = Self(bit: 37)

  /// Openings that are set against the sentence before and can often stand without it: لكن، كما.
  package static let softOpener = Self(bit: 38)

  /// Whom somebody speaks to: للصحافيين.
  package static let addressee = Self(bit: 39)

  // clause-openers.tsv
  /// Opens what went along with a claim: مشيرا، فيما.
  package static let circumstance = Self(bit: 50)
  /// Does so without a comma before it, too.
  package static let needsNoComma = Self(bit: 51)
  /// Opens a clause about the noun before it.
  package static let relativeOpener = Self(bit: 52)
  /// Opens a second claim of the same speaker: وأن.
  package static let secondClaim = Self(bit: 53)
  /// Opens a time, a place or a purpose.
  package static let adjunct = Self(bit: 54)
  /// Opens what turns, limits or conditions a claim: لكن، إلا، إذا.
  package static let staysOpener = Self(bit: 55)
  /// Newspapers, agencies and channels.
  package static let medium = Self(bit: 56)
  /// Nouns for an occasion on which somebody speaks: بيان، مؤتمر.
  package static let setting = Self(bit: 60)

  // claims.tsv and genre-words.tsv, which are tables of their own
  /// Opens the telling of a claim that goes round: تتداول، or with a user نشر.
  package static let circulating = Self(bit: 40)
  package static let posting = Self(bit: 41)
  /// Who tells it, and is nobody in particular: مواقع, or one of its users: حسابات، أحد المستخدمين.
  package static let crowd = Self(bit: 42)
  package static let user = Self(bit: 43)
  /// Somebody answers it: نفى.
  package static let refuting = Self(bit: 44)
  /// Of checking it: الادعاء، تبين.
  package static let checking = Self(bit: 45)
  /// Says that a claim is false or misleads: مضلل، غير صحيح.
  package static let verdict = Self(bit: 46)
  /// All that a headline needs to deny a claim: ليس، لم.
  package static let denial = Self(bit: 47)
  /// The noun that a line of a list, or its heading, begins with: مواقيت.
  package static let listHead = Self(bit: 48)

  /// A longer phrase begins with these words.
  static let continues = Self(bit: 63)
  /// The first name of a person: محمد.
  package static let givenName = Self(bit: 57)
  /// تعالى، سبحانه: said of God, whose words are scripture.
  static let exalted = Self(bit: 58)

  private init(bit: UInt64) { rawValue = 1 << bit }
}
