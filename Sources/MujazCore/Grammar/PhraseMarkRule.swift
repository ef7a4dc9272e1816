/// Marks: comma, full stop, bracket, dash.
///
/// Bias: end, as no name goes across a mark. The stop of an abbreviated title is none, and over one comma a title goes on to
/// its name where nothing else stands up to the next mark.
///
///     قال وزير النقل، سالم العلي، إن …      goes on        قال وزير النقل، الذي زار الجسر، إن …      ends
enum PhraseMarkRule {
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict {
    // د. خالد
    if token.gap == [.stop] || token.gap == [.stop, .joined],
      reader.passage.tokens[state.end - 1].classes.contains(.titleAbbreviation)
    {
      return .name
    }
    // … «ديار دزاير»، عبد الرؤوف سايغي، …
    if token.gap.subtracting(.mark) == .comma, state.nameStart == nil, state.part == .title,
      !state.isSource,
      state.isOffice || state.head.word.classes.isDisjoint(with: [.document, .body, .medium]),
      let name = apposition(state.end, state.limit, reader)
        ?? appositionBehindTitle(state.end, state.limit, reader)
    {
      return .apposition(name)
    }
    return .end(.mark)
  }

  /// رئيس الغرفة، وعضو المجلس، فوزي العلي: the name behind a second title.
  private static func appositionBehindTitle(
    _ start: Int, _ limit: Int, _ reader: borrowing PhraseReader
  ) -> Range<Int>? {
    let tokens = reader.passage.tokens
    guard let title = tokens.key(start).withoutConjunction,
      reader.lexicon.classes(exactly: title).isOffice
        || reader.passage.quoteWord(title).classes.contains(.person)
    else { return nil }
    var place = start + 1
    while place < limit, place < start + 10, tokens.gap(place).isDisjoint(with: .parting) {
      if tokens[place].word.cue?.isFinite == true { return nil }
      place += 1
    }
    guard place < limit, tokens.gap(place) == .comma else { return nil }
    return apposition(place, limit, reader)
  }

  /// The name that stands between a comma and the next mark or the limit; nil where none does.
  private static func apposition(
    _ start: Int, _ limit: Int, _ reader: borrowing PhraseReader
  ) -> Range<Int>? {
    let tokens = reader.passage.tokens
    var end = start
    // متخذا غاية الحيطة: how, not who.
    if reader.hasTanwin(tokens[start]) || reader.isCircumstance(tokens[start].key) { return nil }
    // العراق، ثاني أكبر منتج: what it is.
    if start + 1 < limit, isElative(tokens[start]) || isElative(tokens[start + 1]) { return nil }
    // لـCNN: to whom.
    if tokens.key(start).first == Letter.lam, !tokens.key(start).dropFirst(1).isArabic {
      return nil
    }
    while end < limit, end - start < 6 {
      let token = tokens[end]
      let isBehindTitle =
        end > start && !token.gap.isDisjoint(with: .stop)
        && tokens[end - 1].classes.contains(.titleAbbreviation)
      if end > start, !token.gap.isDisjoint(with: .parting), !isBehindTitle { break }
      // والاس may be a name behind a first one.
      guard
        reader.isNameWord(token) && (end > start || mayBeginName(token, reader))
          || end == start && isArticledName(end, limit, reader)
          || end > start && token.key.hasArticle || token.classes.isOffice
          || reader.isAbbreviation(end)
      else { break }
      end += 1
    }
    var start = start
    // القاضي عادل منصور: the honorific is no part of the name.
    while start + 1 < end, tokens[start].classes.isOffice || reader.isAbbreviation(start) {
      start += 1
    }
    // السنوسي الطيب، رئيس الفيدرالية: a title, and no name behind it.
    if tokens.key(start).hasArticle, !isArticledName(start, limit, reader) { return nil }
    guard end > start, end - start <= 5, end - start >= 2 || end == limit else { return nil }
    return end == limit
      || !tokens[end].gap.isDisjoint(with: [.comma, .stop, .mark, .colon, .dash])
      || !tokens[end].word.classes.isDisjoint(with: .complementizers)
      || !tokens[end].classes.isDisjoint(with: [.preposition, .demonstrative])
      || tokens[end].word.cue?.isFinite == true
      ? start..<end : nil
  }

  /// أكبر, أهم: more than others, and no name.
  private static func isElative(_ token: Token) -> Bool {
    token.key.count == 4 && token.key.first == Letter.alef && token.classes.isEmpty
      && token.word.isEmpty && token.key.isArabic && token.end - token.start == 8
  }

  /// المهدي بنسعيد: a given name with an article, before a word without one.
  private static func isArticledName(
    _ place: Int, _ limit: Int, _ reader: borrowing PhraseReader
  ) -> Bool {
    let token = reader.passage.tokens[place]
    guard place + 1 < limit, token.key.hasArticle, token.word.isEmpty,
      token.classes.isSubset(of: .givenName)
    else { return false }
    let next = reader.passage.tokens[place + 1]
    return next.gap.isEmpty && reader.isNameWord(next)
  }

  /// Whether a word that looks like و or ف and another one may be a name: فيدريكا, وانغ, but not وقال, فقد.
  private static func mayBeginName(_ token: Token, _ reader: borrowing PhraseReader) -> Bool {
    guard let bare = token.key.withoutConjunction else { return true }
    if token.classes.contains(.givenName) { return true }
    return token.key.first == Letter.feh && bare.count >= 4
      && reader.lexicon.classes(exactly: bare).isEmpty && reader.passage.quoteWord(bare).isEmpty
  }
}
