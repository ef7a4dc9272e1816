internal import CBytes

/// How a sentence leans on the one before it.
///
/// Bias: when in doubt a sentence stands alone. What is listed here can't be understood without its antecedent: a verb of
/// saying without a speaker, a fragment, the middle of a quotation, a demonstrative at the head.
///
///     وأضاف أن المفاوضات مستمرة.        leans        وأضاف الوزير خالد سالم أن المفاوضات مستمرة.      stands
enum Leaning: Sendable {
  /// Stands alone.
  case none
  /// Stands, but an editor would take another sentence where there is one.
  case soft
  /// Leaves something open, a question or a quotation that goes on in the next sentence: no ending for a brief.
  case unfinished
  /// Says something without saying who: stands behind its speaker's name.
  case speaker
  /// Needs the sentence before it.
  case antecedent

  /// How a sentence leans.
  static func classify(
    _ words: Words, _ sentence: RankedSentence, _ lexicon: Lexicon
  ) -> Leaning {
    if sentence.startsInQuotation { return .antecedent }
    let text = words.text
    let range = sentence.range
    var own = sentence.words(in: words)
    // What stands behind من جهته، is understood or not by itself.
    if let count = ConnectiveRule.count(words, own, lexicon) {
      own.words = own.first + count..<own.end
    }
    let opening = Opening(words, own)
    guard opening.count > 0 else { return .antecedent }
    let first = opening.keys[0]
    // A fragment behind a lone mark, a closing quotation, a comma.
    if opening.startsWithCloser { return .antecedent }
    if isBareQuotation(text, range) { return .antecedent }
    // Nothing stands before it to lean on, unless the page lost its beginning.
    if sentence.opensArticle, first.withoutConjunction == nil {
      return isUnfinished(words, sentence) ? .unfinished : .none
    }

    let kinds: WordClasses = [
      .continuation, .turn, .anaphoric, .softOpener, .background, .pronoun,
    ]
    if let found = lexicon.phrase(at: opening.keys.span.extracting(..<opening.count), in: kinds) {
      if found.classes.contains(.turn) || found.classes.contains(.pronoun) { return .antecedent }
      if found.classes.contains(.continuation) {
        let verb = own.first + found.count - 1
        if SpeakerFinder.subject(words, behind: verb, of: own) == nil {
          return pointsAtSource(words, behind: verb, of: own) ? .antecedent : .speaker
        }
        return isUnfinished(words, sentence) ? .unfinished : .none
      }
      if found.classes.contains(.anaphoric) { return .antecedent }
      return .soft
    }
    if hasObjectPronoun(first, lexicon) { return .antecedent }
    if words.either(own.first).contains(.speechVerb) {
      if SpeakerFinder.subject(words, behind: own.first, of: own) == nil {
        return pointsAtSource(words, behind: own.first, of: own) ? .antecedent : .speaker
      }
    }
    if pointsBack(opening, lexicon) || givesReason(first, lexicon) { return .antecedent }
    return isUnfinished(words, sentence) ? .unfinished : .none
  }

  /// Whether a verb of saying has a subject that was named before: وأشار الموقع، وأردف المتحدث ذاته. A name in brackets would be
  /// one too many.
  private static func pointsAtSource(
    _ words: Words, behind verb: Int, of sentence: SentenceWords
  ) -> Bool {
    let next = verb + 1
    guard next < sentence.end, words.gap(next).isEmpty else { return false }
    return words.key(next).hasArticle && words.either(next).contains(.sourceNoun)
  }

  /// Whether a ف opens the sentence, before an article or a function word: it gives a reason or an example for what stands before.
  private static func givesReason(_ first: WordKey, _ lexicon: Lexicon) -> Bool {
    guard first.first == Letter.feh, let rest = first.withoutConjunction,
      lexicon.classes(exactly: first).isEmpty
    else { return false }
    // ففي, فقد, فإن; a longer one may be a verb's letters: فتحت.
    return rest.hasArticle || rest.count == 2 && lexicon.isStopWord(rest)
  }

  /// Whether the sentence leaves something open: a question, or a quotation that goes on in the next.
  static func isUnfinished(_ words: Words, _ sentence: RankedSentence) -> Bool {
    endsOpen(words, sentence)
      || hasMark(words, sentence) && words.text.leavesMarkOpen(sentence.range)
  }

  /// Whether it surely does, and no mark was merely forgotten.
  static func endsOpen(_ words: Words, _ sentence: RankedSentence) -> Bool {
    if sentence.leavesQuotation { return true }
    let text = words.text
    let last = text.scalarStart(before: sentence.range.end, floor: sentence.range.start)
    let mark = text.scalar(at: last, limit: sentence.range.end).value
    return mark == 0x061F || mark == 0x3F
  }

  /// Whether a quotation mark stands in the sentence, before or behind one of its words.
  private static func hasMark(_ words: Words, _ sentence: RankedSentence) -> Bool {
    let own = sentence.words(in: words)
    return own.words.contains { words.gap($0).contains(.mark) }
      || words.gap(behind: own).contains(.mark)
  }

  /// Whether the sentence is a quotation and nothing else: somebody says it, and nobody says who.
  private static func isBareQuotation(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    let (first, count) = text.scalar(at: range.start, limit: range.end)
    guard [0x22, 0xAB, 0x201C, 0x201D, 0x201E].contains(first) else { return false }
    var offset = range.start + count
    while offset < range.end {
      let (scalar, size) = text.scalar(at: offset, limit: range.end)
      if [0x22, 0xBB, 0x201C, 0x201D].contains(scalar) {
        // Closed with more words behind it: a name, or a quotation with its tag.
        return text.word(from: offset + size, limit: range.end) == nil
      }
      offset += size
    }
    return true
  }

  /// Whether the word is a verb of saying with a pronoun for the one who is spoken to: وسأله القاضي.
  private static func hasObjectPronoun(_ word: WordKey, _ lexicon: Lexicon) -> Bool {
    word.withoutObjectPronoun.map { lexicon.classes(of: $0).contains(.speechVerb) } ?? false
  }

  /// Whether a demonstrative with its noun, or a pronoun, stands among the first three words: وبهذا القرار, وتشكل هذه
  /// الطريقة. What points at the present (هذا العام، هذه المرة) does not point back.
  private static func pointsBack(_ opening: Opening, _ lexicon: Lexicon) -> Bool {
    for index in 0..<min(3, opening.count) {
      guard lexicon.classes(of: opening.keys[index]).contains(.demonstrative) else { continue }
      guard index + 1 < opening.count else { return true }
      return !lexicon.classes(exactly: opening.keys[index + 1]).contains(.presentNoun)
    }
    return false
  }
}

extension Span<UInt8> {
  /// Whether a quotation mark of a range is opened and not closed, be it by its opening mark. A straight mark right behind a digit
  /// is one of measure.
  fileprivate func leavesMarkOpen(_ range: TextRange) -> Bool {
    var (straight, curly, angular) = (false, false, false)
    func read(_ offset: Int) {
      switch self.scalar(at: offset, limit: range.end).value {
      case 0x22:
        let isMeasure =
          !straight && offset > range.start && isDigit(at: offset - 1, limit: range.end)
        if !isMeasure { straight.toggle() }
      case 0xAB, 0xBB: angular.toggle()
      case 0x201C, 0x201D: curly.toggle()
      default: break
      }
    }
    withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for block in stride(from: range.start, to: range.end, by: 64) {
        var places = cbytes_marks(base + block, range.end - block)
        while places != 0 {
          let offset = block + places.trailingZeroBitCount
          places &= places - 1
          let byte = bytes[offset]
          if byte == 0x22 || byte == 0xC2 || byte == 0xE2 { read(offset) }
        }
      }
    }
    return straight || curly || angular
  }
}
