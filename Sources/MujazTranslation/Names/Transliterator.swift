internal import CICU
import MujazCore

/// Writes Arabic names in Latin letters, as a hint for a translator.
///
/// Names of the table come as the press writes them. For others consonants are ICU's Arabic-Latin, reduced to ASCII; long
/// vowels, ة and و and ي by their neighbours are ours; short vowels, which are not written, are put where a reader needs one:
/// behind the first of two consonants at the start, between the second and third of three, in the pattern of سامر.
///
///     محمد بن سلمان   Mohammed bin Salman        الراجحاني   al-Rajhani
final class Transliterator: Sendable {
  /// ICU's rules, which take 12 ms to open: only when a name is met that the table does not have.
  private static let letters = LetterNames()

  /// A name of one or more words.
  func latin(_ name: String) -> String {
    // A hashtag writes a name with low lines.
    let words = name.split { $0.isWhitespace || $0 == "_" }.map(String.init)
    let keys = words.map { $0.wordKeys.first ?? WordKey(bits: 0) }
    var parts: [String] = []
    var index = 0
    while index < words.count {
      if let entry = NameTable.standard.longest(keys[index...], where: { $0 != .adjective }) {
        parts.append(entry.latin)
        index += entry.length
      } else {
        parts.append(word(words[index]))
        index += 1
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A word that the table does not have.
  private func word(_ word: String) -> String {
    var scalars = Array(word.unicodeScalars)
    var prefix = ""
    if scalars.count > 4, scalars[0].value == ArabicLetter.alef,
      scalars[1].value == ArabicLetter.lam
    {
      prefix = "al-"
      scalars.removeFirst(2)
      var rest = String.UnicodeScalarView()
      rest.append(contentsOf: scalars)
      if let entry = NameTable.standard.longest(String(rest).wordKeys[...]), entry.length == 1,
        entry.kind.isArabicPart, entry.kind != .particle
      {
        return prefix + entry.latin
      }
    }
    let latin = Self.spell(Self.sounds(scalars))
    return latin.isEmpty ? word : prefix + latin.prefix(1).uppercased() + latin.dropFirst()
  }

  private enum Sound {
    case consonant(String)
    case vowel(String)

    var isVowel: Bool { if case .vowel = self { true } else { false } }
  }

  private static func sounds(_ scalars: [Unicode.Scalar]) -> [Sound] {
    var sounds: [Sound] = []
    for (index, scalar) in scalars.enumerated() {
      let isLast = index + 1 == scalars.count
      let next = isLast ? 0 : scalars[index + 1].value
      switch scalar.value {
      case ArabicLetter.alef, ArabicLetter.alefHamzaAbove, ArabicLetter.alefMadda,
        ArabicLetter.alefMaksura:
        sounds.append(.vowel("a"))
      case ArabicLetter.alefHamzaBelow: sounds.append(.vowel("i"))
      case ArabicLetter.tehMarbuta: sounds.append(.vowel("a"))
      case ArabicLetter.wawHamza: sounds.append(.vowel("u"))
      case ArabicLetter.yehHamza: sounds.append(.vowel("i"))
      case ArabicLetter.hamza: continue
      case ArabicLetter.fatha: sounds.append(.vowel("a"))
      case ArabicLetter.damma: sounds.append(.vowel("u"))
      case ArabicLetter.kasra: sounds.append(.vowel("i"))
      case ArabicLetter.waw, ArabicLetter.yeh:
        let isWaw = scalar.value == ArabicLetter.waw
        // إي and أو at the start are long vowels: إيما، أوباما.
        if index == 1, !isVowelLetter(next), case .vowel(let first) = sounds.last,
          isWaw ? first == "a" : first == "i"
        {
          sounds[0] = .vowel(isWaw ? "o" : "i")
          continue
        }
        // A semivowel is a consonant at the start, and between vowels.
        let isConsonant =
          index == 0 || isVowelLetter(next) || sounds.last?.isVowel == true && !isLast
        sounds.append(
          isConsonant ? .consonant(isWaw ? "w" : "y") : .vowel(isWaw ? "u" : "i"))
      case ArabicLetter.shadda:
        if case .consonant(let letter) = sounds.last, letter.utf8.count == 1 {
          sounds[sounds.count - 1] = .consonant(letter + letter)
        }
      default:
        let letter = letters.latin(scalar)
        // A letter without a Latin one (ع) still opens a syllable.
        if !letter.isEmpty || scalar.value == ArabicLetter.ain { sounds.append(.consonant(letter)) }
      }
    }
    return sounds
  }

  private static func isVowelLetter(_ value: UInt32) -> Bool {
    [
      ArabicLetter.alef, ArabicLetter.waw, ArabicLetter.yeh, ArabicLetter.tehMarbuta,
      ArabicLetter.alefMaksura, ArabicLetter.alefHamzaAbove, ArabicLetter.alefMadda,
    ].contains(value)
  }

  /// Sounds as letters, with short vowels where consonants would pile up.
  private static func spell(_ sounds: [Sound]) -> String {
    var latin = ""
    for (index, sound) in sounds.enumerated() {
      switch sound {
      case .vowel(let letters):
        // Two vowels of one kind are one: fatha and alef.
        if !(latin.hasSuffix(letters) && index > 0 && sounds[index - 1].isVowel) {
          latin += letters
        }
      case .consonant(let letters):
        latin += letters
        guard index + 1 < sounds.count, case .consonant(let next) = sounds[index + 1] else {
          continue
        }
        let isBeforeThird = index + 2 < sounds.count && !sounds[index + 2].isVowel
        let isFinalPair = index + 2 == sounds.count
        if index == 0 {
          latin += next == "y" ? "i" : "a"
        } else if isFinalPair, index == 2, sounds[1].isVowel, !next.isEmpty {
          // The pattern of سامر and خالد.
          latin += "e"
        } else if isBeforeThird {
          latin += "a"
        }
      }
    }
    return latin
  }
}

/// The Latin letters of single Arabic ones, as ICU gives them.
private final class LetterNames: @unchecked Sendable {
  // Opened once, never changed and never closed: it lives as long as the process.
  private let rules = cicu_transliterator_open()

  func latin(_ scalar: Unicode.Scalar) -> String {
    guard let rules else { return "" }
    let text = Array(String(scalar).utf8)
    let output = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      count =
        buffer.baseAddress.map {
          cicu_transliterate(rules, text, text.count, $0, buffer.count)
        } ?? 0
    }
    return String(
      String.UnicodeScalarView(
        String(decoding: output, as: UTF8.self).unicodeScalars.filter {
          $0.isASCII && $0.properties.isAlphabetic
        }))
  }
}
