internal import CResources

/// What a verb of saying takes, and what is known of it.
struct Complements: OptionSet, Sendable {
  let rawValue: UInt16
  /// A clause behind أن or إن.
  static let that = Self(rawValue: 1)
  static let byThat = Self(rawValue: 2)
  static let toThat = Self(rawValue: 4)
  static let onThat = Self(rawValue: 8)
  static let fromThat = Self(rawValue: 16)
  /// Words in marks, or behind a colon.
  static let direct = Self(rawValue: 32)
  /// Words in marks anywhere behind the verb.
  static let fragment = Self(rawValue: 64)

  static let clauses: Self = [.that, .byThat, .toThat, .onThat, .fromThat]

  // Flags of the verb.
  /// رفض «…»: what somebody thinks or does more often than says.
  static let attitude = Self(rawValue: 128)
  static let negative = Self(rawValue: 256)
  static let continuation = Self(rawValue: 512)
  static let impersonal = Self(rawValue: 1024)
  static let finding = Self(rawValue: 2048)
  static let document = Self(rawValue: 4096)
  static let weak = Self(rawValue: 8192)

  /// نقلت وكالة عن فلان قوله: carries somebody else's words.
  static let relay = Self(rawValue: 16384)
  /// أبلغ المدير الموظفين أن …: an object stands behind the subject.
  static let object = Self(rawValue: 32768)

  static let names: ListNames<Complements> = [
    "anna": .that, "inna": .that, "an-subj": .that, "bi-anna": .byThat, "ila-anna": .toThat,
    "ala-anna": .onThat, "min-anna": .fromThat, "direct": .direct, "colon": .direct,
    "fragment": .fragment, "negative": .negative, "continuation": .continuation,
    "impersonal": .impersonal, "finding": .finding, "document": .document, "weak": .weak,
    "relay": .relay, "object": .object, "attitude": .attitude,
  ]
}

/// A form of a verb of saying.
struct Cue: Sendable, Equatable {
  enum Form: UInt8 { case past = 1, imperfect, participle, verbalNoun }
  var form: Form
  var agreement: Agreement
  var takes: Complements
}

/// Gender and number of a verb, and of whoever is its subject.
struct Agreement: Sendable, Equatable {
  var isFeminine: Bool
  var isPlural: Bool
}

/// What a word is to quotations, beside a verb of saying.
struct QuoteClasses: OptionSet, Sendable {
  let rawValue: UInt64

  /// إن، أن، أنه.
  static let that = Self(rawValue: 1 << 0)
  /// بأن، بأنه.
  static let byThat = Self(rawValue: 1 << 1)
  static let to = Self(rawValue: 1 << 2)
  static let on = Self(rawValue: 1 << 3)
  static let from = Self(rawValue: 1 << 4)
  static let about = Self(rawValue: 1 << 5)
  static let inside = Self(rawValue: 1 << 6)
  /// Words with an أن of their own: قبل أن، يجب أن، ضرورة أن.
  static let owner = Self(rawValue: 1 << 7)
  /// Adverbs between a verb and its subject or complement: أيضا، أمس.
  static let adverb = Self(rawValue: 1 << 8)
  /// قائلا and its like, which go with another verb.
  static let saying = Self(rawValue: 1 << 9)
  /// Nouns for people: مصدر، شهود، ناشط.
  static let person = Self(rawValue: 1 << 10)
  static let body = Self(rawValue: 1 << 11)
  static let medium = Self(rawValue: 1 << 12)
  static let document = Self(rawValue: 1 << 13)
  /// What shows and does not speak: صور، سجلات.
  static let evidence = Self(rawValue: 1 << 14)
  /// Where words are said: في بيان، في مؤتمر.
  static let setting = Self(rawValue: 1 << 15)
  /// Nouns before a name in marks: تنظيم «داعش»، بعنوان «…».
  static let name = Self(rawValue: 1 << 16)
  /// بحسب، وفقا لـ.
  static let according = Self(rawValue: 1 << 17)
  static let what = Self(rawValue: 1 << 18)
  /// على حد قوله.
  static let limit = Self(rawValue: 1 << 19)
  static let wording = Self(rawValue: 1 << 20)
  /// فيما، بينما: a new clause behind a comma.
  static let whereas = Self(rawValue: 1 << 21)
  /// وذلك.
  static let thereby = Self(rawValue: 1 << 22)
  static let addressee = Self(rawValue: 1 << 23)
  /// نصه، الآتي: a text follows.
  static let text = Self(rawValue: 1 << 24)

  /// انطلاقا من …: an adjunct that begins behind a comma.
  static let adjunct = Self(rawValue: 1 << 25)
  /// Bodies of which there are many, so that الشركة alone means the one that was named.
  static let generic = Self(rawValue: 1 << 26)
  /// الماضي، الجاري: behind a noun of time.
  static let when = Self(rawValue: 1 << 27)
  /// كان and its sisters, which a noun follows.
  static let was = Self(rawValue: 1 << 28)
  /// قد، لم: a verb follows.
  static let particle = Self(rawValue: 1 << 29)
  /// شؤون، مكافحة: what an office is for, behind ل.
  static let field = Self(rawValue: 1 << 30)
  /// المتحدث، الناطق: باسم follows.
  static let spokesman = Self(rawValue: 1 << 31)

  /// زوجة فلان: a name behind it is not the speaker's own.
  static let kin = Self(rawValue: 1 << 32)

  /// Verbs that stand behind a noun as often as before it: الرئيس رفض, تقرير صدر.
  static let verb = Self(rawValue: 1 << 33)

  /// بن، أبو، عبد: parts of names, whatever else they are.
  static let namePart = Self(rawValue: 1 << 34)

  /// ذات المصدر, نفس الخبير: whoever of that kind was heard before.
  static let same = Self(rawValue: 1 << 35)

  /// هل، ألم: asks whether.
  static let asks = Self(rawValue: 1 << 36)
  /// كيف، لماذا: asks where the sentence ends in a question mark.
  static let mayAsk = Self(rawValue: 1 << 37)
  /// لو، إذا، ليت: what follows is supposed or wished.
  static let supposes = Self(rawValue: 1 << 38)

  /// سمو، جلالة: with a pronoun whoever has the title.
  static let honorific = Self(rawValue: 1 << 39)

  /// Titles of kings and princes, and the honorifics that are theirs alone.
  static let royal = Self(rawValue: 1 << 40)
  /// Titles and honorifics of the clergy.
  static let cleric = Self(rawValue: 1 << 41)

  /// دكتور، كابتن: titles that stand before a name without an article.
  static let style = Self(rawValue: 1 << 42)

  static let names: ListNames<QuoteClasses> = [
    "style": .style, "honorific": .honorific, "royal": .royal, "cleric": .cleric,
    "asks": .asks, "may-ask": .mayAsk, "supposes": .supposes, "kin": .kin, "verb": .verb,
    "name-part": .namePart, "same": .same,
    "that": .that, "by-that": .byThat, "to": .to, "on": .on, "from": .from, "about": .about,
    "in": .inside, "owner": .owner, "adverb": .adverb, "qailan": .saying, "person": .person,
    "body": .body, "medium": .medium, "document": .document, "evidence": .evidence,
    "setting": .setting, "name": .name, "according": .according, "what": .what, "limit": .limit,
    "wording": .wording, "whereas": .whereas, "thereby": .thereby, "addressee": .addressee,
    "text": .text, "adjunct": .adjunct, "generic": .generic,
    "when": .when, "was": .was, "particle": .particle,
    "field": .field, "spokes": .spokesman,
  ]

  /// Nouns, which are also found behind their article.
  static let nouns: Self = [
    .person, .body, .medium, .document, .evidence, .setting, .name, .addressee, .generic,
    .field, .spokesman, .kin, .royal, .cleric, .style,
  ]
  /// What somebody is called, beside whatever else a word is.
  static let titles: Self = [.honorific, .royal, .cleric, .style]
  static let complementizers: Self = [.that, .byThat]
}

/// What the word lists say of one word.
struct QuoteWord: Sendable {
  /// Classes in the low 43 bits, then form, gender and number, and in the high 16 what a verb takes.
  fileprivate var bits: UInt64 = 0
  private static let classBits: UInt64 = 1 << 43 - 1
  private static let formBits: UInt64 = 7 << 43
  /// What a verb takes that its forms share with those of another verb.
  private static var sharedTakes: Complements { [.clauses, .direct, .fragment] }

  @inline(__always) var isEmpty: Bool { bits == 0 }
  @inline(__always) var classes: QuoteClasses {
    QuoteClasses(rawValue: bits & Self.classBits)
  }
  @inline(__always) var cue: Cue? {
    guard let form = Cue.Form(rawValue: UInt8(truncatingIfNeeded: bits &>> 43 & 7)) else {
      return nil
    }
    return Cue(
      form: form,
      agreement: Agreement(isFeminine: bits &>> 46 & 1 != 0, isPlural: bits &>> 47 & 1 != 0),
      takes: Complements(rawValue: UInt16(truncatingIfNeeded: bits &>> 48)))
  }

  fileprivate init(_ bits: UInt64) { self.bits = bits }
  init() {}

  fileprivate init(_ classes: QuoteClasses) { bits = classes.rawValue }
  fileprivate init(_ cue: Cue) {
    bits =
      UInt64(cue.form.rawValue) << 43 | (cue.agreement.isFeminine ? 1 << 46 : 0)
      | (cue.agreement.isPlural ? 1 << 47 : 0) | UInt64(cue.takes.rawValue) << 48
  }

  /// Adds what another list says. A form of two verbs is the first one's, with what both take.
  @inline(__always)
  fileprivate mutating func formUnion(_ other: QuoteWord) {
    let isShared = bits & Self.formBits != 0 && other.bits & Self.formBits != 0
    bits |= isShared ? other.bits & UInt64(Self.sharedTakes.rawValue) &<< 48 : other.bits
  }

  /// The word without its verb.
  var withoutCue: QuoteWord { QuoteWord(bits & Self.classBits) }
}

/// The word lists of quotations: one small table from folded words to what they are.
///
/// Loaded only where quotations are asked for. Look-up takes off a leading و or ف, and the article of a noun.
struct QuoteLexicon: Sendable {
  private var entries = HashTable<QuoteWord>(none: QuoteWord(), room: 3_000)
  /// A bit for every entry, by its hash: most words of a text are in no list, and the table is not touched for them.
  private var filter: [UInt64] = Array(repeating: 0, count: 1024)

  static let standard: QuoteLexicon = {
    var lexicon = QuoteLexicon()
    lexicon.addWords(ListRows(cres_quote_words()))
    lexicon.addVerbs(VerbsOfSaying.rows)
    return lexicon
  }()

  /// A lexicon without words.
  init() {}

  @inline(__always)
  func exactly(_ key: WordKey) -> QuoteWord {
    let hash = key.hash64
    let bit = Int(truncatingIfNeeded: hash &>> 40) & 0xFFFF
    if filter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63) & 1 == 0 { return QuoteWord() }
    return entries[hash]
  }

  /// A word as it is written, without a leading و or ف, or, where it is a noun, without its article.
  @inline(__always)
  func word(_ key: WordKey) -> QuoteWord {
    let whole = exactly(key)
    if !whole.isEmpty { return whole }
    if let noun = key.nounBehindArticle { return self.noun(noun) }
    guard let bare = key.withoutConjunction else {
      return key.first == Letter.lam ? coordinated(key) : whole
    }
    let found = exactly(bare)
    // فإن opens a clause of its own and فان is a name.
    if !found.isEmpty {
      return key.first == Letter.feh && !found.classes.isDisjoint(with: .complementizers)
        ? QuoteWord() : found
    }
    if let noun = bare.nounBehindArticle { return self.noun(noun) }
    return found
  }

  /// ليضيف, ليردف: with ل a verb that goes on with its speaker is coordinated, where another would tell a purpose.
  @inline(never)
  private func coordinated(_ key: WordKey) -> QuoteWord {
    guard key.count >= 5, key[1] == Letter.yeh || key[1] == Letter.teh else { return QuoteWord() }
    let verb = exactly(key.dropFirst(1))
    return verb.cue?.takes.contains(.continuation) == true ? verb : QuoteWord()
  }

  @inline(never)
  private func noun(_ key: WordKey) -> QuoteWord {
    let word = exactly(key)
    return QuoteWord(word.classes.intersection(.nouns))
  }

  // MARK: Making

  @inline(__always)
  private mutating func add(_ key: WordKey, _ word: QuoteWord) {
    let hash = key.hash64
    let bit = Int(truncatingIfNeeded: hash &>> 40) & 0xFFFF
    filter[bit &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: bit & 63)
    entries.update(hash) { $0.formUnion(word) }
  }

  private mutating func addWords(_ list: ListRows) {
    var rows = list
    var kind = ListCell.empty
    var classes: QuoteClasses = []
    while rows.nextRow() {
      guard let word = rows.nextWord(), rows.nextCell() else { continue }
      if !rows.take(kind) {
        kind = rows.cell()
        classes = QuoteClasses.names.value(of: kind) ?? []
      }
      add(word, QuoteWord(classes))
    }
  }

  private mutating func addVerbs(_ list: ListRows) {
    var rows = list
    while rows.nextRow() {
      var takes: Complements = []
      for _ in 1...2 where rows.nextCell() { takes.formUnion(rows.names(in: Complements.names)) }
      // A verb without a complement opens no quotation.
      if takes.isEmpty { continue }
      var form = Cue.Form.past.rawValue
      while rows.nextCell() {
        guard let kind = Cue.Form(rawValue: form) else { break }
        var place = 0
        while let word = rows.nextWord() {
          add(
            word, QuoteWord(Cue(form: kind, agreement: Self.agreement(kind, place), takes: takes)))
          place += 1
        }
        form += 1
      }
    }
  }

  /// Gender and number of the form at a place of its column.
  private static func agreement(_ form: Cue.Form, _ place: Int) -> Agreement {
    switch form {
    case .past:
      Agreement(isFeminine: place == 1 || place == 4, isPlural: place >= 2)
    case .imperfect: Agreement(isFeminine: place == 1, isPlural: place >= 2)
    case .participle: Agreement(isFeminine: place == 1, isPlural: place >= 2)
    case .verbalNoun: Agreement(isFeminine: place == 1, isPlural: place >= 2)
    }
  }
}
