import MujazCore

/// Why two features may stand for each other.
enum LinkKind: Sendable {
  /// The same number, in whatever digits.
  case number
  /// The same word in both texts.
  case same
  /// Names that sound alike.
  case name
  /// The dictionary says so.
  case dictionary

  /// How often, of sentence pairs that are translations, both sides have it when one has: set by hand, in rough steps,
  /// from the knowledge that translators keep numbers and names, and choose among words.
  var probability: Double {
    switch self {
    case .number: 0.9
    case .same: 0.8
    case .name: 0.7
    case .dictionary: 0.35
    }
  }
}

/// Which features of the one side may stand for which of the other.
struct FeatureLinks: Sendable {
  /// For each entry of the source: entries of the target, each once, with the reason.
  private(set) var links: [[(target: Int32, kind: LinkKind)]]
  /// Whether the dictionary has the entry, so that its absence on the other side says something.
  private(set) var sourceIsInDictionary: [Bool]
  private(set) var targetIsInDictionary: [Bool]

  init(_ source: AlignmentSide, _ target: AlignmentSide, _ dictionary: BilingualDictionary) {
    links = Array(repeating: [], count: source.entries.count)
    sourceIsInDictionary = Array(repeating: false, count: source.entries.count)
    targetIsInDictionary = target.entries.map {
      $0.feature.kind != .number && dictionary.knowsTarget($0.feature.key)
    }
    let index = TargetIndex(target)
    for (number, entry) in source.entries.enumerated() {
      var found: [Int32: LinkKind] = [:]
      for target in index.same(entry.feature) {
        found[target] = entry.feature.kind == .number ? .number : .same
      }
      if entry.feature.kind == .name {
        for target in index.namesLike(entry) where found[target] == nil { found[target] = .name }
      }
      if entry.feature.kind != .number,
        let translations = dictionary.translations(entry.feature.key)
      {
        sourceIsInDictionary[number] = true
        for target in index.translated(translations) where found[target] == nil {
          found[target] = .dictionary
        }
      }
      links[number] = found.map { ($0.key, $0.value) }.sorted { $0.target < $1.target }
    }
  }
}

/// The features of the target by what they can be found by.
private struct TargetIndex {
  private var keys: [WordKey: [Int32]] = [:]
  private var prefixes: [WordKey: [Int32]] = [:]
  private var skeletons: [ConsonantSkeleton: [Int32]] = [:]
  /// Skeletons with one consonant left out, and those they come from.
  private var shorter: [ConsonantSkeleton: [ConsonantSkeleton]] = [:]
  private let entries: [AlignmentSide.Entry]

  /// A skeleton of fewer consonants says nothing.
  private static let fewest = 2
  /// From here on a consonant may differ.
  private static let fewestForSteps = 4

  init(_ side: AlignmentSide) {
    entries = side.entries
    for (number, entry) in side.entries.enumerated() {
      let number = Int32(number)
      keys[entry.feature.key, default: []].append(number)
      guard entry.feature.kind != .number else { continue }
      prefixes[BilingualDictionary.comparable(entry.feature.key), default: []].append(number)
      guard entry.feature.kind == .name else { continue }
      for skeleton in NameReading.skeletons(of: entry) where skeleton.count >= Self.fewest {
        let isNew = skeletons[skeleton] == nil
        skeletons[skeleton, default: []].append(number)
        guard isNew, skeleton.count >= Self.fewestForSteps else { continue }
        for short in Set(skeleton.shorter + [skeleton]) {
          shorter[short, default: []].append(skeleton)
        }
      }
    }
  }

  func same(_ feature: AlignmentFeature) -> [Int32] {
    (keys[feature.key] ?? []).filter {
      (entries[Int($0)].feature.kind == .number) == (feature.kind == .number)
    }
  }

  func translated(_ translations: Set<WordKey>) -> [Int32] {
    translations.flatMap { prefixes[$0] ?? [] }
  }

  func namesLike(_ entry: AlignmentSide.Entry) -> [Int32] {
    var found: Set<Int32> = []
    for skeleton in NameReading.skeletons(of: entry) where skeleton.count >= Self.fewest {
      found.formUnion(skeletons[skeleton] ?? [])
      guard skeleton.count >= Self.fewestForSteps else { continue }
      for short in Set(skeleton.shorter + [skeleton]) {
        for other in shorter[short] ?? [] where skeleton.isWithinOneStep(of: other) {
          found.formUnion(skeletons[other] ?? [])
        }
      }
    }
    return Array(found)
  }
}

/// The skeletons that a word may have as a name.
private enum NameReading {
  /// A word of Arabic letters is read with and without what is written together with it: وبمصر is و ب مصر, and لندن is no
  /// ل and ندن, so both are kept.
  static func skeletons(of entry: AlignmentSide.Entry) -> Set<ConsonantSkeleton> {
    let letters = entry.text.lowercased().decomposedLetters
    guard entry.feature.key.isArabic else { return [ConsonantSkeleton(letters)] }
    var readings: [ArraySlice<Unicode.Scalar>] = [letters[...]]
    func add(without clitics: [[Unicode.Scalar]], leaving fewest: Int) {
      for reading in readings {
        for clitic in clitics
        where reading.starts(with: clitic) && reading.count - clitic.count >= fewest {
          readings.append(reading.dropFirst(clitic.count))
        }
      }
    }
    add(without: ArabicClitic.conjunctions, leaving: 3)
    add(without: ArabicClitic.prepositions, leaving: 3)
    add(without: ArabicClitic.articles, leaving: 3)
    return Set(readings.map { ConsonantSkeleton($0) })
  }
}

/// Letters that are written together with the next word.
private enum ArabicClitic {
  static let conjunctions: [[Unicode.Scalar]] = [["\u{0648}"], ["\u{0641}"]]
  static let prepositions: [[Unicode.Scalar]] = [["\u{0628}"], ["\u{0644}"], ["\u{0643}"]]
  /// ال, and لل with which ل swallows its alef.
  static let articles: [[Unicode.Scalar]] = [["\u{0627}", "\u{0644}"], ["\u{0644}", "\u{0644}"]]
}

extension String {
  /// The letters, without the signs above and below them.
  fileprivate var decomposedLetters: [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      guard scalar.properties.generalCategory != .nonspacingMark, scalar != "\u{0640}" else {
        continue
      }
      letters.append(scalar)
    }
    return letters
  }
}
