internal import CResources
import MujazCore

/// Persons that the tables know stand in the target, in whatever spelling, and no place has become another.
///
/// Bias: a person may be called by any part of the name, a place by any word of any of its usual names, and names count as the
/// same whose consonants agree: transliteration differs, and France is in French. A place may go unnamed (Brexit), and is missed only
/// where the target has one that the source lacks. Bodies are called by too many names: the party is the Tories. Targets in English
/// only.
///
///     محمد صلاح = Mohamed Salah, Salah        محمد صلاح ≠ Mahrez
struct NameCheck: Sendable {
  private let finder = NameFinder(lexicon: .standard, transliterator: Transliterator())

  /// What the glossary has is its own to check.
  func check(_ pair: CheckedPair, besides glossary: Glossary, _ list: inout FindingList) {
    guard pair.readsWords else { return }
    var source = pair.source
    source.makeContiguousUTF8()
    let names = finder.names(source.utf8.span, source.words).filter {
      $0.isSure && $0.kind != .body
    }
    guard !names.isEmpty else { return }
    let target = LatinWord.words(of: pair.target)
    for name in names where !Self.stands(name, among: target) {
      if name.kind == .place {
        // A country has a check of its own.
        if list.hasTold(.country, pair.segment) { continue }
        if !Self.hasOtherPlace(target, than: names) { continue }
      }
      // Left in Arabic letters it is told by another check.
      if glossary.hasTerm(name.name) || pair.target.contains(name.name) { continue }
      list.add(
        .warning, .names, pair.segment, "\(name.name) is not in the target: \(name.latin)")
    }
  }

  /// Whether the target names a place of which no name of the source has a word.
  private static func hasOtherPlace(_ target: [LatinWord], than names: [FoundName]) -> Bool {
    target.contains { word in
      word.isCapital && places.contains(word.letters)
        && !names.contains { stands($0, among: [word]) }
    }
  }

  /// The places of one word, in small letters.
  private static let places = Set(
    ListRows.strings(cres_places()).flatMap { $0[1].split(separator: "|") }.map { $0.lowercased() })

  /// Whether any word of a name stands in the target.
  private static func stands(_ name: FoundName, among target: [LatinWord]) -> Bool {
    name.spellings.contains { part in
      part.contains { spelling in
        LatinWord.words(of: spelling).contains { word in target.contains { $0.isForm(of: word) } }
      }
    }
  }
}

/// A Latin word and its consonants.
private struct LatinWord {
  /// In small letters.
  var letters: String
  var consonants: String
  var isCapital: Bool

  /// The words of a text without articles and particles, which say nothing of who is meant.
  static func words(of text: String) -> [LatinWord] {
    text.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "." }.compactMap { word in
      let letters = String(word.filter(\.isLetter)).lowercased()
      guard !letters.isEmpty, !particles.contains(letters) else { return nil }
      return LatinWord(
        letters: letters, consonants: consonants(of: letters),
        isCapital: word.first?.isUppercase ?? false)
    }
  }

  private static let particles: Set<String> = ["al", "el", "bin", "ben", "ibn", "the", "of"]
  /// Of so many letters, or consonants, the beginning is enough: Syria in Syrian, France in French.
  private static let enough = (letters: 4, consonants: 3)

  func isForm(of name: LatinWord) -> Bool {
    if letters == name.letters { return true }
    if name.letters.count >= Self.enough.letters,
      letters.hasPrefix(name.letters.prefix(Self.enough.letters))
    {
      return true
    }
    let wanted = name.consonants.utf8.count
    if wanted >= Self.enough.consonants { return consonants.hasPrefix(name.consonants) }
    return wanted == 2 && consonants == name.consonants
  }

  /// One letter for each sound, a doubled one once; spellings differ in the rest.
  private static func consonants(of letters: String) -> String {
    var result = ""
    var last: Character?
    for letter in letters {
      let sound = sound(letter)
      if let sound, sound != last { result.append(sound) }
      last = sound
    }
    return result
  }

  private static func sound(_ letter: Character) -> Character? {
    switch letter {
    case "a", "e", "i", "o", "u", "y", "w": nil
    case "q", "c", "k", "g", "j", "x": "k"
    case "z", "s": "s"
    case "d", "t": "t"
    case "b", "p": "b"
    case "f", "v": "f"
    case "a"..."z": letter
    // A letter with a sign on it is mostly a vowel.
    default: nil
    }
  }
}
