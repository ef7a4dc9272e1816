internal import CResources
import MujazCore

/// Writes Arabic with all its vowels in Latin letters, by a scholarly table.
///
/// The two tables differ in ة, which is a or ah, and in a doubled ي behind i: Sharqiyya, Sharqīyah. The article is al- before every
/// letter in both, hamza at the beginning is not written, and case endings are none.
///
///     مُحَمَّد   Muḥammad        الزَّهْرَانِيّ   al-Zahrānī        عَبْد الرَّحْمَان   ʿAbd al-Raḥmān
struct Romanizer: Sendable {
  private let isLibrary: Bool

  /// Nil for the spelling of the press, which follows no table.
  init?(_ romanization: Romanization) {
    switch romanization {
    case .news: return nil
    case .ijmes: isLibrary = false
    case .alaLC: isLibrary = true
    }
  }

  /// A word with its vowels in Latin letters.
  func latin(_ vowelled: String) -> String {
    var letters = Array(vowelled.unicodeScalars)[...]
    if String(String.UnicodeScalarView(letters)) == "الله" { return "Allāh" }
    var prefix = ""
    if letters.count > 3, letters.first == "ا", letters.dropFirst().first == "ل",
      letters[2].isVowelSign == false || letters[2] == Sign.sukun
    {
      prefix = "al-"
      letters = letters.dropFirst(2)
      if letters.first == Sign.sukun { letters = letters.dropFirst() }
    }
    return prefix + Self.capitalized(spell(Array(letters), behindArticle: !prefix.isEmpty))
  }

  /// The first letter large; a raised comma is none.
  private static func capitalized(_ word: String) -> String {
    guard let first = word.firstIndex(where: { $0 != "ʿ" && $0 != "ʾ" }) else { return word }
    return word[..<first] + word[first].uppercased() + word[word.index(after: first)...]
  }

  private func spell(_ letters: [Unicode.Scalar], behindArticle: Bool) -> String {
    var latin = ""
    /// The short vowel that was written last, and could be made long by the next letter.
    var vowel: Unicode.Scalar?
    var place = 0
    while place < letters.count {
      let letter = letters[place]
      var signs: [Unicode.Scalar] = []
      while place + 1 + signs.count < letters.count, letters[place + 1 + signs.count].isVowelSign {
        signs.append(letters[place + 1 + signs.count])
      }
      let isFirst = place == 0
      place += 1 + signs.count
      let isDoubled = signs.contains(Sign.shadda)
      let own = signs.first { $0 != Sign.shadda && $0 != Sign.sukun }
      if let long = Self.long(letter, behind: vowel), own == nil, !isDoubled, !isFirst {
        latin.removeLast()
        latin += long
        vowel = nil
        continue
      }
      // الْعَلِيّ: a doubled ي at the end behind i is a long one.
      if letter == "ي", isDoubled, vowel == Sign.kasra {
        if place == letters.count || isLibrary {
          latin.removeLast()
          latin += "ī"
          if place < letters.count { latin += "y" }
        } else {
          latin += "yy"
        }
      } else if letter == "ة" {
        latin += isLibrary ? "h" : ""
      } else if letter == "آ" {
        latin += isFirst ? "ā" : "ʾā"
      } else {
        let sound = Self.consonant(letter, isFirst: isFirst)
        // The sun letter behind the article is doubled in speech only.
        latin += isDoubled && !(isFirst && behindArticle) ? sound + sound : sound
      }
      vowel = own
      if let own { latin += Self.short(own) }
    }
    return latin
  }

  /// What a short vowel becomes with the letter that makes it long.
  private static func long(_ letter: Unicode.Scalar, behind vowel: Unicode.Scalar?) -> String? {
    switch (vowel, letter) {
    case (Sign.fatha, "ا"), (Sign.fatha, "ى"): "ā"
    case (Sign.kasra, "ي"): "ī"
    case (Sign.damma, "و"): "ū"
    default: nil
    }
  }

  private static func short(_ vowel: Unicode.Scalar) -> String {
    switch vowel {
    case Sign.fatha: "a"
    case Sign.kasra: "i"
    case Sign.damma: "u"
    default: ""
    }
  }

  private static func consonant(_ letter: Unicode.Scalar, isFirst: Bool) -> String {
    switch letter {
    case "ا": ""
    case "أ", "إ", "ء", "ؤ", "ئ": isFirst ? "" : "ʾ"
    case "ب": "b"
    case "ت": "t"
    case "ث": "th"
    case "ج": "j"
    case "ح": "ḥ"
    case "خ": "kh"
    case "د": "d"
    case "ذ": "dh"
    case "ر": "r"
    case "ز": "z"
    case "س": "s"
    case "ش": "sh"
    case "ص": "ṣ"
    case "ض": "ḍ"
    case "ط": "ṭ"
    case "ظ": "ẓ"
    case "ع": "ʿ"
    case "غ", "گ": "gh"
    case "ف", "ڤ": "f"
    case "ق": "q"
    case "ك": "k"
    case "ل": "l"
    case "م": "m"
    case "ن": "n"
    case "ه": "h"
    case "و": "w"
    case "ي": "y"
    case "ى": "ā"
    default: ""
    }
  }
}

private enum Sign {
  static let fatha: Unicode.Scalar = "\u{64E}"
  static let damma: Unicode.Scalar = "\u{64F}"
  static let kasra: Unicode.Scalar = "\u{650}"
  static let shadda: Unicode.Scalar = "\u{651}"
  static let sukun: Unicode.Scalar = "\u{652}"
}

extension Unicode.Scalar {
  fileprivate var isVowelSign: Bool { (0x64E...0x652).contains(value) }
}

/// The parts of Arabic names with their vowels.
struct VowelTable: Sendable {
  static let standard = VowelTable()

  private let names: [[WordKey]: String]

  private init() {
    let rows = ListRows.strings(cres_vowels()).filter { $0.count == 2 }
    names = Dictionary(
      rows.map { ($0[0].wordKeys, $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  /// A name of one part or more with its vowels; nil where the table lacks one of them.
  func vowelled(_ name: String) -> String? {
    let words = name.wordKeys
    var parts: [String] = []
    var start = 0
    while start < words.count {
      // Compounds have two words, a few three.
      let ends = (start + 1...min(start + 3, words.count)).reversed()
      guard let end = ends.first(where: { names[Array(words[start..<$0])] != nil }),
        let part = names[Array(words[start..<end])]
      else { return nil }
      parts.append(part)
      start = end
    }
    return parts.joined(separator: " ")
  }
}
