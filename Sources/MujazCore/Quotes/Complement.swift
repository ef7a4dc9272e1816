/// What a verb of saying governs: the place where its quotation begins.
struct Complement {
  enum Kind {
    /// إن, أن: the complementizer's place.
    case clause(Int)
    /// The first word behind a colon.
    case colon(Int)
    /// A quotation in marks, by its first word.
    case marked(Int)
  }

  var kind: Kind
  /// قائلا behind the verb.
  var saying: Int?

  /// The word that ends what stands between the verb and its complement.
  var start: Int {
    switch kind {
    case .clause(let place), .colon(let place), .marked(let place): place
    }
  }

  /// The verb, with قائلا where that follows at once.
  func cueRange(_ passage: Passage, _ index: Int) -> TextRange {
    passage.range(index..<(saying == index + 1 ? index + 2 : index + 1))
  }
}

/// What a verb of saying governs, or why nothing.
enum ComplementVerdict {
  case found(Complement)
  case missing(QuoteRefusal)

  @inline(__always)
  var complement: Complement? {
    switch self {
    case .found(let complement): complement
    case .missing: nil
    }
  }

  @inline(__always)
  var refusal: QuoteRefusal {
    switch self {
    case .found: .noComplement
    case .missing(let refusal): refusal
    }
  }
}

/// Looks behind a verb of saying for what it governs.
///
/// Bias: without a complement no quotation, and a complement belongs to the nearest verb before it. The أن of another
/// word (قبل أن، يجب أن، ضرورة أن) is passed over.
///
///     أكد أن الجسر آمن      the clause        أكد أهمية أن يكون الجسر آمنا      none
struct ComplementReader: ~Escapable {
  /// So many words behind its verb a complement is another word's.
  private static let farthest = 60

  let passage: Passage
  let lexicon: Lexicon
  /// Whether the sentence ends in a colon: whoever asks knows the text.
  private let colonAtEnd: Bool

  @_lifetime(copy passage)
  init(passage: Passage, lexicon: Lexicon, colonAtEnd: Bool = false) {
    self.passage = passage
    self.lexicon = lexicon
    self.colonAtEnd = colonAtEnd
  }

  func complement(of verb: Int, _ cue: Cue, _ sentence: QuoteSentence) -> Complement? {
    decide(of: verb, cue, sentence).complement
  }

  /// What a verb governs, or why it governs nothing.
  func decide(of verb: Int, _ cue: Cue, _ sentence: QuoteSentence) -> ComplementVerdict {
    let tokens = passage.tokens
    let limit = min(sentence.tokens.upperBound, verb + Self.farthest)
    var takes = cue.takes
    var saying: Int?
    var place = verb + 1
    var refusal = QuoteRefusal.noComplement
    while place < limit {
      let token = tokens[place]
      // في الساعة 16:00
      if token.gap.contains(.colon), !token.key.isNumber || !tokens.key(place - 1).isNumber {
        return behind(colon: place, verb, saying, takes)
      }
      if token.gap.contains(.bracket), place == (saying ?? verb) + 1, takes.contains(.direct),
        isBracketed(place)
      {
        return .found(Complement(kind: .colon(place), saying: saying))
      }
      if token.span >= 0 {
        let span = passage.spans[Int(token.span)]
        // بـ«…»: the preposition is a word of its own before a mark.
        let isNear =
          place == (saying ?? verb) + 1
          || place == verb + 2 && tokens[place - 1].key.count == 1
            && tokens[place - 1].key.first != Letter.lam
        if isComplement(span, place, isNear: isNear, takes, sentence) {
          return .found(Complement(kind: .marked(place), saying: saying))
        }
        refusal = ComplementReader.isName(passage, place) ? .nameInMarks : .otherWord
        place = max(span.tokens.upperBound, place + 1)
        continue
      }
      let classes = token.word.classes
      if isLetters(place, limit) {
        place += 2
        continue
      }
      if !classes.isDisjoint(with: .complementizers) {
        // لشبكة «سي أن أن» إن …: what closes in marks governs nothing.
        let isBehindMark = token.gap.contains(.mark) && tokens[place - 1].key.count <= 3
        if isBehindMark && takes.contains(.that)
          || isGoverned(classes, governor(of: place, verb), takes, isNear: place == verb + 1)
        {
          return .found(Complement(kind: .clause(place), saying: saying))
        }
        refusal = .otherWord
      } else if classes.contains(.saying), saying == nil, cue.form != .participle {
        // ومضى يقول, but لكنه يقول is another verb.
        if token.gap.isDisjoint(with: [.comma, .stop]),
          token.word.cue?.form != .imperfect || place == verb + 1
            || cue.takes.contains(.continuation)
        {
          saying = place
          takes.formUnion([.that, .byThat, .direct])
          takes.remove(.weak)
        } else {
          return .missing(.otherVerb)
        }
      } else if let other = token.word.cue, blocks(other, token), !passage.isNoun(place) {
        return .missing(.otherVerb)
      }
      place += 1
    }
    return place == sentence.tokens.upperBound && isNextParagraph(place, takes)
      ? .found(Complement(kind: .marked(place), saying: saying)) : .missing(refusal)
  }

  /// What stands behind a colon.
  private func behind(
    colon place: Int, _ verb: Int, _ saying: Int?, _ takes: Complements
  ) -> ComplementVerdict {
    let isMarked = passage.tokens[place].span >= 0
    guard takes.contains(.direct) || isMarked || !takes.contains(.weak) else {
      return .missing(.weakVerb)
    }
    if isOthers(colon: place, verb, saying) { return .missing(.otherVerb) }
    return .found(Complement(kind: isMarked ? .marked(place) : .colon(place), saying: saying))
  }

  /// قال (كنا نعلم أنه سيأتي), but not قال (صلى الله عليه وسلم): …
  private func isBracketed(_ place: Int) -> Bool {
    let tokens = passage.tokens
    guard tokens.key(place).isArabic, let marked = passage.bracketed(place) else { return false }
    return marked.next - place >= 4
      && (marked.next == tokens.count || !tokens.gap(marked.next).contains(.colon))
  }

  /// Whether the quotation is the next paragraph.
  private func isNextParagraph(_ place: Int, _ takes: Complements) -> Bool {
    guard place < passage.tokens.count, passage.tokens[place].span >= 0,
      !takes.contains(.weak) || takes.contains(.direct)
    else { return false }
    return passage.tokens.gap(place).contains(.colon) || colonAtEnd
  }

  /// The word before أن, over the letters of a name.
  private func governor(of that: Int, _ verb: Int) -> Token {
    let isBehindLetters = that - 2 > verb && isLetters(that - 2, that)
    return passage.tokens[isBehindLetters ? that - 3 : that - 1]
  }

  /// سي إن إن: letters of a name, of which the last two are spelled like إن.
  private func isLetters(_ place: Int, _ limit: Int) -> Bool {
    let tokens = passage.tokens
    return place + 1 < limit && tokens[place].word.classes.contains(.that)
      && tokens[place - 1].classes.contains(.letterName)
      && tokens.key(place + 1) == tokens.key(place)
  }

  /// كشف عن مسودة تتضمن الآتي: the verb before the colon has it.
  private func isOthers(colon place: Int, _ verb: Int, _ saying: Int?) -> Bool {
    for near in max(verb + 1, place - 2)..<max(verb + 1, place) where near != saying {
      if passage.tokens[near].word.cue?.isFinite ?? false { return true }
    }
    return false
  }

  /// Whether words in marks are what is said, and not a name or part of the subject.
  private func isComplement(
    _ span: MarkedSpan, _ place: Int, isNear: Bool, _ takes: Complements, _ sentence: QuoteSentence
  ) -> Bool {
    let after = span.tokens.upperBound
    let endsClause =
      after >= sentence.tokens.upperBound
      || !passage.tokens[after].gap.isDisjoint(with: [.comma, .stop, .semicolon])
      || passage.tokens[after].word.cue?.form == .participle
        && !passage.tokens[after].word.classes.contains(.saying)
      || passage.tokens[after].word.cue?.isFinite == true
        && passage.tokens.key(after).first == Letter.waw
    // في لقاء «الوحدة والتنوع»، أن …: where it was said, as what was said follows.
    if place > 0, passage.tokens[place - 1].word.classes.contains(.setting),
      after < sentence.tokens.upperBound,
      !passage.tokens[after].word.classes.isDisjoint(with: .complementizers)
    {
      return false
    }
    if isNear {
      return span.tokens.count >= 3 || endsClause && !isSubject(before: after, sentence)
    }
    guard !ComplementReader.isName(passage, place) else { return false }
    // سمي بـ«…», في «…»: what a preposition governs is not what is said.
    let before = passage.tokens[place - 1]
    if takes.isDisjoint(with: .fragment),
      before.key.count == 1
        || !before.word.classes.isDisjoint(with: [.inside, .to, .on, .from, .about])
        || before.classes.contains(.preposition)
    {
      return false
    }
    return span.tokens.count >= 6
      || span.tokens.count >= 3 && endsClause
        && (!takes.contains(.weak) || takes.contains(.fragment))
  }

  /// قال «فلان»، سفير تركيا، إن …: who speaks, as what was said follows.
  private func isSubject(before after: Int, _ sentence: QuoteSentence) -> Bool {
    let tokens = passage.tokens
    var place = after
    while place < min(sentence.tokens.upperBound, after + 10), tokens[place].word.cue == nil {
      if !tokens[place].word.classes.isDisjoint(with: .complementizers) {
        return place <= after + 1 || tokens[after].isTitle
      }
      place += 1
    }
    return false
  }

  /// Whether the clause is this verb's: by the preposition before أن.
  private func isGoverned(
    _ classes: QuoteClasses, _ previous: Token, _ takes: Complements, isNear: Bool
  ) -> Bool {
    let before = previous.word.classes
    if classes.contains(.byThat) {
      return takes.contains(.byThat) || !takes.contains(.weak) && !takes.isDisjoint(with: .clauses)
    }
    if before.contains(.to) { return takes.contains(.toThat) }
    if before.contains(.on) { return takes.contains(.onThat) }
    if before.contains(.from) { return takes.contains(.fromThat) }
    // كشف عن أن …
    if before.contains(.about) {
      return !takes.contains(.weak) && !takes.isDisjoint(with: .clauses)
    }
    if before.contains(.owner) && !isNear { return false }
    if !isNear, previous.word.cue == nil {
      if !previous.classes.isDisjoint(with: [.preposition, .subordinator]) {
        return false
      }
    }
    return takes.contains(.that)
      || !takes.contains(.weak) && !takes.isDisjoint(with: [.toThat, .byThat, .onThat])
  }

  /// Whether another verb of saying stands in the way: what follows is its complement.
  private func blocks(_ other: Cue, _ token: Token) -> Bool {
    switch other.form {
    // كاتبة المقال: the subject, and no participle.
    case .participle where token.isTitle: return false
    case .participle: return !other.takes.isDisjoint(with: .clauses) || token.gap.contains(.comma)
    case .verbalNoun: return false
    case .past, .imperfect:
      return !other.takes.contains(.weak) && !other.takes.contains(.impersonal)
        || token.gap.contains(.comma)
    }
  }

  /// Whether marks hold a name: one or two words, or words behind a noun that introduces a name.
  static func isName(_ passage: Passage, _ first: Int) -> Bool {
    let number = passage.tokens[first].span
    guard number >= 0 else { return false }
    let span = passage.spans[Int(number)]
    if span.tokens.count < 3 { return true }
    // «الاتحاد العام التونسي للشغل»: a body's name.
    if span.tokens.count < 7, !passage.tokens[first].word.classes.isDisjoint(with: [.body, .name]),
      passage.tokens[first].gap.isDisjoint(with: [.colon, .sentence])
    {
      return true
    }
    guard first > 0, passage.tokens[first].gap.isDisjoint(with: [.colon, .sentence, .comma]) else {
      return false
    }
    for place in [first - 1, first - 2] where place >= 0 {
      let token = passage.tokens[place]
      if token.word.classes.contains(.name) {
        // فيلم «…», but الاتفاق «خطوة تاريخية»: behind an article words are said of it.
        return !token.key.beginsWithArticle && (place == first - 1 || span.tokens.count < 6)
      }
      // مصرف «…»: a body without an article bears its name.
      if place == first - 1, token.word.classes.contains(.body), !token.key.hasArticle,
        span.tokens.count < 8
      {
        return true
      }
      if token.gap.contains(.sentence) || !token.word.isEmpty { break }
    }
    return false
  }
}
