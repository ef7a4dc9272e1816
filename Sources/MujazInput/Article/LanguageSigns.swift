internal import CResources
import MujazCore

/// Languages that a letter or a word speaks for.
///
/// No option set: what casts at run time walks over every conformance of the program, and a start of the command does so often.
struct LanguageSet: Sendable {
  /// A bit for each language, by its place.
  var bits: UInt8

  init(bits: UInt8) { self.bits = bits }

  init(_ language: ArticleLanguage) { bits = 1 << UInt8(language.place) }

  static let none = LanguageSet(bits: 0)
  static let all = LanguageSet(bits: .max)
}

extension ArticleLanguage {
  /// The number of the language among all.
  var place: Int {
    switch self {
    case .arabic: 0
    case .persian: 1
    case .urdu: 2
    case .kurdish: 3
    case .english: 4
    case .french: 5
    case .latinArabic: 6
    case .undetermined: 7
    }
  }
}

/// The letters, prefixes and words that tell languages apart.
struct LanguageSigns: Sendable {
  /// Made where a text is met that is not plain Arabic.
  static let standard = LanguageSigns()

  /// What the letters from U+0600 to U+06FF speak for: all languages where none has them alone; none stands for what is no letter.
  private var letters = [LanguageSet](repeating: .none, count: 256)
  /// The words by their hashes, in order: a search costs less than the standard library's hashing.
  private var words: [(hash: UInt64, languages: LanguageSet)] = []
  private var prefixes: [(key: WordKey, fewest: Int)] = []
  /// A bit for each letter that a prefix begins with.
  private var firstLetters: UInt64 = 0

  /// Behind a prefix stand at least so many letters: Persian has بالا and الان.
  private static let fewestBehindPrefix = 3

  private init() {
    for range in [0x21...0x3F, 0x41...0x4A, 0x6E...0x6F, 0x71...0xD3, 0xD5...0xD5, 0xFA...0xFF] {
      for place in range { letters[place] = .all }
    }
    var rows = ListRows(cres_language_signs())
    // Rows of one language stand together.
    var tags = ListCell.empty
    var languages = LanguageSet.none
    words.reserveCapacity(512)
    while rows.nextRow() {
      var form = rows
      guard rows.nextCell() else { continue }
      let kind = rows.cell()
      guard rows.nextCell() else { continue }
      if !rows.take(tags) {
        tags = rows.cell()
        languages = Self.languages(tags)
      }
      if kind == "letter" {
        let letter = form.cell().bytes
        letters[Int((letter[0] & 3) << 6 | letter[1] & 0x3F)] = languages
      } else if let key = form.nextWord() {
        if kind == "prefix" {
          prefixes.append((key, key.count + Self.fewestBehindPrefix))
          firstLetters |= 1 << UInt64(key.first)
        } else {
          words.append((key.hash64, languages))
        }
      }
    }
    words.sort { $0.hash < $1.hash }
  }

  private static func languages(_ tags: ListCell) -> LanguageSet {
    var languages = LanguageSet.none
    for tag in tags.string.split(separator: ",") {
      if let language = ArticleLanguage(rawValue: String(tag)) {
        languages.bits |= LanguageSet(language).bits
      }
    }
    return languages
  }

  /// What the letter of two bytes speaks for, whose lead byte is D8 to DB; none where it is a digit, a mark or a sign.
  func languages(ofLetter lead: UInt8, _ trail: UInt8) -> LanguageSet {
    letters[Int((lead & 3) << 6 | trail & 0x3F)]
  }

  /// What the lists say of a word in Arabic letters.
  func languages(ofArabic key: WordKey) -> LanguageSet {
    if firstLetters >> UInt64(key.first) & 1 == 1 {
      for (prefix, fewest) in prefixes where key.hasPrefix(prefix) && key.count >= fewest {
        return LanguageSet(.arabic)
      }
    }
    return languages(of: key)
  }

  /// What the list of words says of one.
  func languages(of key: WordKey) -> LanguageSet {
    let hash = key.hash64
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low].hash == hash ? words[low].languages : .none
  }
}
