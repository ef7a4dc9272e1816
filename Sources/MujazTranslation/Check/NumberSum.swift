/// The value of words that are one number, taken up one after the other.
///
///     ثلاثمئة | وخمسة | وعشرون | ألفا    325000        twenty | -five | thousand    25000        مليون | ونصف    1500000
struct NumberSum {
  private var total = 0
  /// What the next power of ten multiplies.
  private var current = 0
  private var last: NumberWords.Kind
  private var lastPower = 0
  /// What the words are, nil where they are no number yet.
  private(set) var form: ToldNumber.Form?

  init(_ first: NumberWords.Entry, isArabic: Bool) {
    last = first.kind
    switch first.kind {
    case .stem: form = nil
    case .power, .one: form = .also
    // Hundreds of people.
    case .hundred: form = isArabic ? .cardinal : .also
    case .ordinal: form = .ordinal
    default: form = .cardinal
    }
    if first.kind == .power {
      total = first.value
      lastPower = first.value
    } else {
      current = first.value
    }
  }

  var value: Int { total &+ current }

  /// Whether "and" may stand before the next word: two hundred and five.
  var takesAnd: Bool { last == .hundred || last == .power }

  /// Takes up a word, and says whether it belongs to the number; `isJoined` is whether و is written together with it.
  mutating func add(_ entry: NumberWords.Entry, isJoined: Bool, isArabic: Bool) -> Bool {
    switch entry.kind {
    // مليون ونصف المليون: the half's own.
    case .power where !isJoined && last == .fraction: break
    case .power where !isJoined && last != .power && last != .ordinal:
      total = total &+ max(1, current) &* entry.value
      current = 0
      lastPower = entry.value
      form = .cardinal
    case .fraction where isJoined && last == .power && entry.values.first == "1/2":
      total = total &+ lastPower / 2
    case .hundred where !isJoined && (last == .unit || last == .one):
      current = current &* 100
      form = .cardinal
    case .ten
    where isArabic && !isJoined && current % 100 < 10
      && [.unit, .one, .stem, .ordinal].contains(last):
      current += 10
      form = last == .ordinal ? .ordinal : .cardinal
    case _ where isArabic ? isJoined && continuesArabic(entry.kind) : continuesEnglish(entry):
      current += entry.value
      let isOrdinal = [last, entry.kind].contains { $0 == .ordinal || $0 == .also }
      form = isOrdinal ? .ordinal : .cardinal
    default: return false
    }
    last = entry.kind
    return true
  }

  /// Whether a word with و belongs to the number: units before tens, larger ones before smaller ones else.
  private func continuesArabic(_ kind: NumberWords.Kind) -> Bool {
    switch kind {
    case .unit, .one, .ten, .stem: [.hundred, .hundreds, .power].contains(last)
    case .tens: [.unit, .one, .ordinal, .hundred, .hundreds, .power].contains(last)
    case .hundred, .hundreds: last == .power
    default: false
    }
  }

  private func continuesEnglish(_ entry: NumberWords.Entry) -> Bool {
    switch entry.kind {
    case .unit, .one: [.tens, .hundred, .power].contains(last)
    case .ordinal: [.tens, .hundred, .power].contains(last) && entry.value < 20
    // Twenty-first.
    case .also: last == .tens && entry.values == ["1"]
    case .ten, .tens, .teen: last == .hundred || last == .power
    default: false
    }
  }
}
