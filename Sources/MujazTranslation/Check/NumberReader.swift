import MujazCore

/// Reads the numbers of a text, in digits and in words of Arabic and English, in the order of the text. Linear.
///
///     خمسة وعشرون ألفا    25000        الثالث عشر    13        twenty-first    21        مليون ونصف    1500000
struct NumberReader {
  private let words: [(range: TextRange, key: WordKey, isJoined: Bool)]
  private let keys: [WordKey]
  private var index = 0
  private var found: [ToldNumber] = []

  static func numbers(in text: String) -> [ToldNumber] {
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8.span
    var places: [NumberPlace] = []
    while let place = NumberScanner.next(span, from: places.last?.end ?? 0, limit: span.count) {
      if let last = places.last, last.isBeforeMinutes(place, span) {
        places[places.count - 1].range.end = place.range.end
      } else {
        places.append(place)
      }
    }
    var reader = NumberReader(span, besides: places)
    reader.run(span)
    var numbers = reader.found
    for (index, place) in places.enumerated() {
      numbers.append(ToldNumber(span, place))
      numbers[numbers.count - 1].isTied = index > 0 && places[index - 1].isTied(to: place, span)
    }
    return places.isEmpty ? numbers : numbers.sorted { $0.start < $1.start }
  }

  /// The words of a text that no number in digits has.
  private init(_ text: Span<UInt8>, besides places: [NumberPlace]) {
    var scanner = WordScanner(from: 0, to: text.count)
    var words: [(range: TextRange, key: WordKey, isJoined: Bool)] = []
    var rest = places[...]
    while let word = scanner.next(text) {
      while let place = rest.first, place.end <= word.start {
        rest.removeFirst()
      }
      if let place = rest.first, place.range.start < word.end { continue }
      // و is two bytes: D9 88.
      let isJoined =
        word.end - word.start > 2 && text[word.start] == 0xD9 && text[word.start + 1] == 0x88
      words.append((TextRange(start: word.start, end: word.end), word.key, isJoined))
    }
    self.words = words
    keys = words.map(\.key)
  }

  private mutating func run(_ text: Span<UInt8>) {
    while index < words.count {
      if let (month, count, _) = MonthTable.standard.month(keys[index...]) {
        add(text, .also, [String(month.number)], count)
      } else if let (entry, _) = NumberWords.standard.entry(of: words[index].key) {
        read(text, entry)
      } else {
        index += 1
      }
    }
  }

  private mutating func add(
    _ text: Span<UInt8>, _ form: ToldNumber.Form, _ values: [String], _ count: Int
  ) {
    let start = words[index].range.start
    let range = TextRange(start: start, end: words[index + count - 1].range.end)
    found.append(
      ToldNumber(form: form, text: text.string(range), values: values, scanned: nil, start: start))
    index += count
  }

  private mutating func read(_ text: Span<UInt8>, _ entry: NumberWords.Entry) {
    switch entry.kind {
    case .none: index += 1
    case .also: add(text, .also, entry.values, 1)
    case .both: add(text, .both, entry.values, 1)
    case .dual, .fraction: add(text, .loose, entry.values, 1)
    case .decade:
      // ثمانينيات القرن العشرين: the century is told with it.
      let centuries = [17, 18, 19, 20].map { String($0 * 100 + entry.value) }
      let isTold = index + 1 < words.count && words[index + 1].key == Self.century
      add(text, .loose, [String(entry.value)] + centuries, isTold ? min(3, words.count - index) : 1)
    case .one, .unit, .ten, .tens, .teen, .hundred, .hundreds, .stem, .ordinal, .power:
      readCardinal(text, entry)
    }
  }

  /// Words that are one number together.
  private mutating func readCardinal(_ text: Span<UInt8>, _ first: NumberWords.Entry) {
    var sum = NumberSum(first, isArabic: words[index].key.isArabic)
    var next = index + 1
    while next < words.count {
      let isAnd = sum.takesAnd && words[next].key == Self.and && next + 1 < words.count
      let place = isAnd ? next + 1 : next
      let (range, key, isJoined) = words[place]
      guard isTogether(text, words[place - 1].range.end, range.start),
        let (entry, clitics) = NumberWords.standard.entry(of: key),
        sum.add(entry, isJoined: isJoined && clitics > 0, isArabic: key.isArabic)
      else { break }
      next = place + 1
    }
    guard let form = sum.form else { return index = next }
    let count = next - index
    add(text, form, count == 1 ? first.values : [String(sum.value)], count)
  }

  private static let and = "and".wordKeys.first
  private static let century = "القرن".wordKeys.first

  /// Whether only a space or a hyphen stands between two words.
  private func isTogether(_ text: Span<UInt8>, _ end: Int, _ start: Int) -> Bool {
    start == end + 1 && (text[end] == 0x20 || text[end] == UInt8(ascii: "-"))
  }
}

extension NumberPlace {
  fileprivate var end: Int { power?.word.end ?? range.end }

  /// Whether two numbers are hours and minutes: 6:30.
  fileprivate func isBeforeMinutes(_ other: NumberPlace, _ text: Span<UInt8>) -> Bool {
    power == nil && other.range.start == range.end + 1 && text[range.end] == UInt8(ascii: ":")
      && other.power == nil
  }

  fileprivate func isTied(to other: NumberPlace, _ text: Span<UInt8>) -> Bool {
    let dashes = ["-", "\u{2013}", "\u{2014}", "/", "\u{2212}"]
    return other.range.start - end <= 3
      && dashes.contains(text.string(TextRange(start: end, end: other.range.start)))
  }
}
