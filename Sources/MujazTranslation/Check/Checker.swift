import MujazCore

/// Finds what a translator missed.
///
/// Bias: no false alarm. A check says something only where the two sides disagree whatever the translator's taste: ؟ is ?,
/// ، is a comma, ٪ is %, digits of every system are equal, a و before a name is not part of it.
public struct Checker: Sendable {
  /// Terms and names with their translations.
  public var glossary: Glossary
  private let names = NameCheck()

  /// A checker; without a glossary it checks everything but terms.
  public init(glossary: Glossary = Glossary()) {
    self.glossary = glossary
  }

  /// What is found in a package, in the order of the file. Linear.
  public func findings(in package: BilingualPackage) -> [Finding] {
    var list = FindingList()
    var consistency = ConsistencyCheck()
    let language = package.languageOfTargets
    let repeats = RepeatedTargets(package)
    for document in package.documents {
      list.begin(document.original)
      for problem in PackageVerifier.problems(in: document) { list.add(problem) }
      let segments = document.units.flatMap { unit in unit.segments.map { ($0, unit.role) } }
      for (index, (segment, role)) in segments.enumerated() {
        // What merge fills in is not missing.
        if repeats.target(of: segment) != nil { continue }
        var pair = CheckedPair(
          source: segment.source, target: segment.target ?? "", segment: segment,
          language: language, role: role)
        for place in [index - 1, index + 1] where segments.indices.contains(place) {
          if let target = segments[place].0.target { pair.neighbours.append(target) }
        }
        check(pair, &list)
        consistency.check(segment, &list)
      }
    }
    return list.finish()
  }

  private func check(_ pair: CheckedPair, _ list: inout FindingList) {
    let segment = pair.segment
    for comment in segment.comments { list.add(.warning, .comment, segment, comment) }
    switch segment.status {
    case .omitted:
      return list.add(.note, .status, segment, "the translator leaves it out")
    case .missing: return list.add(.error, .status, segment, "there is no target")
    case .copied:
      let isWhole = ContentHash(segment.target ?? "") == ContentHash(segment.source)
      let what = isWhole ? "is a copy of the source" : "still holds its source"
      return list.add(.error, .status, segment, "the target \(what)")
    case .fuzzy:
      list.add(.error, .status, segment, "the target is a suggestion that nobody has confirmed")
    case .translated: break
    }
    guard !pair.target.isBlank else { return }
    NumberCheck.check(pair, &list)
    checkWords(pair, &list)
    names.check(pair, besides: glossary, &list)
    PlaceholderCheck.check(pair, &list)
    PunctuationCheck.check(pair, &list)
    QuotationCheck.check(pair, &list)
    LengthCheck.check(pair, &list)
    ScriptCheck.check(pair, &list)
    TypingCheck.check(pair, &list)
    BidiCheck.check(pair, &list)
    glossary.check(pair, &list)
  }

  /// What is read in English alone.
  private func checkWords(_ pair: CheckedPair, _ list: inout FindingList) {
    guard pair.readsWords else { return }
    let said = SaidPair(source: SaidWords(pair.source), target: SaidWords(pair.target))
    CalendarCheck.check(pair, said, &list)
    MoneyCheck.check(pair, said, &list)
    CountryCheck.check(pair, said, &list)
    NegationCheck.check(pair, said, &list)
  }
}

extension BilingualPackage {
  /// Of so many words one at least is a usual one of English, in English.
  private static let wordsPerUsual = 10
  private static let mostSegments = 200

  /// The language of the targets: the one that the file names, else English where they read so.
  fileprivate var languageOfTargets: Language? {
    if let language = Language(targetLanguage) { return language }
    let segments = documents.lazy.flatMap(\.units).flatMap(\.segments).prefix(Self.mostSegments)
    var words = 0
    var usual = 0
    for target in segments.lazy.compactMap(\.target) {
      words += target.words.count
      usual += SaidWords(target).of(.english).count
    }
    return usual > 0 && words <= usual * Self.wordsPerUsual ? .english : nil
  }
}
