/// Words behind the beginning of a name.
///
/// Bias: a word of no list is a name. A noun of the lists, an office, a second noun behind و and how something was said are
/// none; an honorific with its article may be a surname.
///
///     قال جميل السيد إن …      goes on        وصف ترمب عملية التفتيش بأنها …      ends before عملية
enum PhraseNameRule {
  /// بن, أبو, عبد: parts of names, whatever else they are.
  @inline(__always)
  static func decidePart(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    guard token.word.classes.contains(.namePart) else { return nil }
    guard state.nameStart == nil, state.part == .title else { return .take }
    return state.isBound || isBehindPlace(state, reader) ? .name : .take
  }

  /// مدير الصحة بولاية سطيف عبد الحكيم دهان: behind a body or a region stands its name, and behind that a new one begins.
  private static func isBehindPlace(
    _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    guard state.end - state.start >= 3 else { return false }
    let place = reader.passage.tokens[state.end - 1]
    let before = reader.passage.tokens[state.end - 2]
    return place.word.isEmpty && place.classes.isEmpty && !place.key.hasArticle
      && reader.cliticPrefix(place.key) == nil
      && reader.nounClasses(before).contains(.body)
  }

  @inline(__always)
  static func decide(
    _ token: Token, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> PhraseVerdict? {
    guard let nameStart = state.nameStart else { return nil }
    let key = token.key
    // نبيل العربي الأمين العام: an office of several words.
    if token.classes.contains(.continues), reader.officeLength(state.end, state.limit) > 1 {
      return .end(.office)
    }
    // عبد الإله ابن كيران
    if reader.isSonOf(state.end, state.limit) { return .take }
    if token.isTitle {
      // جميل السيد, آل الشيخ: an honorific as a surname.
      guard key.hasArticle,
        nameStart == state.end - 1
          || reader.isNamePart(reader.passage.tokens[state.end - 1])
      else { return .end(.office) }
    }
    if key.first == Letter.waw, key.count > 3, key.dropFirst(1).hasArticle {
      return .end(.conjunction)
    }
    // ترمب عملية التفتيش: a common noun is no part of a name.
    if !token.word.classes.isDisjoint(with: [
      .body, .document, .medium, .evidence, .name, .setting,
    ]),
      !key.hasArticle, !token.gap.contains(.joined)
    {
      return .end(.noun)
    }
    // استبعد ترمب إمكانية الحوار
    if token.word.classes.contains(.owner), !key.hasArticle, !token.classes.contains(.givenName) {
      return .end(.noun)
    }
    if reader.isCircumstance(key) || reader.hasTanwin(token) { return .end(.circumstance) }
    // اتهم إسرائيل بخرق الاتفاق
    let isBehindPlace = reader.passage.tokens[state.end - 1].classes.contains(.city)
    if reader.isForeignLam(token)
      || isBehindPlace && key.first == Letter.beh && token.classes.isEmpty
    {
      return .end(.clitic)
    }
    return describes(key, state, reader) ? .end(.adjective) : .take
  }

  /// سالم العلي المكلف بالملف: an adjective that governs.
  private static func describes(
    _ key: WordKey, _ state: PhraseState, _ reader: borrowing PhraseReader
  ) -> Bool {
    guard key.hasArticle, key[2] == Letter.meem, state.end + 1 < state.limit else { return false }
    let next = reader.passage.tokens[state.end + 1]
    return next.gap.isDisjoint(with: .parting) && reader.cliticPrefix(next.key) != nil
  }
}
