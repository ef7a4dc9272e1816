internal import CResources
import MujazCore

/// Reads the lists that `CheckWords` is made of.
struct CheckWordLists {
  var entries: [WordKey: [CheckWords.Entry]] = [:]
  var signs: [Unicode.Scalar: CheckWord] = [:]
  var affixes: [(text: String, meaning: CheckWord)] = []

  /// Days, currencies, percentages, negation.
  mutating func addWords() {
    for cells in ListRows.strings(cres_check_words()) where cells.count == 4 {
      guard let kind = CheckWord.Kind(rawValue: cells[1]) else { continue }
      let values = cells[2].split(separator: ",").map(String.init)
      let meaning = CheckWord(kind: kind, values: values, isTold: cells[3] == "told")
      for word in cells[0].split(separator: "|") { add(String(word), meaning) }
    }
  }

  /// Arabic names of months; those that are words too answer only.
  mutating func addMonths() {
    for cells in ListRows.strings(cres_months()) where cells.count == 5 {
      add(
        cells[0],
        CheckWord(
          kind: cells[1] == "hijri" ? .lunar : .month, values: [cells[2]],
          isTold: cells[4] == "month"))
    }
  }

  /// Countries, and what is named after them.
  mutating func addCountries() {
    for cells in ListRows.strings(cres_countries()) where cells.count == 4 {
      let names = cells.map { cell in
        cell.split(separator: "|").filter { $0 != "-" }.map { word in
          (text: String(word.filter { $0 != "?" }), isTold: !word.hasSuffix("?"))
        }
      }
      guard let country = names[2].first?.text else { continue }
      func add(_ word: String, _ isTold: Bool) {
        self.add(word, CheckWord(kind: .country, values: [country], isTold: isTold))
      }
      for (word, isTold) in names[0] + names[2] { add(word, isTold) }
      for (word, isTold) in names[1] {
        for form in Self.forms(ofAdjective: word) { add(form, isTold) }
      }
      for (word, isTold) in names[3] {
        add(word, isTold)
        add(word + "s", isTold)
      }
    }
  }

  /// What is made of an Arabic adjective in ي: the feminine, duals, plurals, and the accusative.
  private static func forms(ofAdjective word: String) -> [String] {
    guard word.hasSuffix("ي") else { return [word] }
    let stem = String(word.dropLast())
    return ["ي", "ية", "يا", "يون", "يين", "يان", "يات", "يتان", "يتين", "يي"].map { stem + $0 }
  }

  private mutating func add(_ text: String, _ meaning: CheckWord) {
    let scalars = Array(text.unicodeScalars)
    if scalars.count == 1, !scalars[0].isLetter { return signs[scalars[0]] = meaning }
    if text.hasPrefix("-") || text.hasSuffix("-") { return affixes.append((text, meaning)) }
    let letters = scalars.filter(\.isLetter)
    let capitals: CheckWords.Capitals =
      !letters.contains { (0x61...0x7A).contains($0.value) || $0.isArabicLetter }
      ? .all : letters.first?.properties.isUppercase == true ? .first : .none
    for spelling in letters.first?.isArabicLetter == true ? [text, "ال" + text] : [text] {
      add(
        CheckWords.Entry(words: spelling.wordKeys, capitals: capitals, meaning: meaning))
    }
  }

  /// Adds an entry; a word that stands for two countries stands for either.
  private mutating func add(_ entry: CheckWords.Entry) {
    guard let first = entry.words.first else { return }
    var list = entries[first] ?? []
    if let place = list.firstIndex(where: {
      $0.words == entry.words && $0.meaning.kind == entry.meaning.kind
    }) {
      list[place].meaning.values += entry.meaning.values
      if entry.meaning.isTold { list[place].meaning.isTold = true }
    } else {
      list.append(entry)
    }
    entries[first] = list
  }
}
