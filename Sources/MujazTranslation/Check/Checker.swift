/// Finds what a translator missed.
///
/// Bias: no false alarm. A check says something only where the two sides disagree whatever the translator's taste: ؟ is ?,
/// ، is a comma, ٪ is %, digits of every system are equal, a و before a name is not part of it.
public struct Checker: Sendable {
  /// Terms and names with their translations.
  public var glossary: Glossary

  /// A checker; without a glossary it checks everything but terms.
  public init(glossary: Glossary = Glossary()) {
    self.glossary = glossary
  }

  /// What is found in a package, in the order of the file. Linear.
  public func findings(in package: BilingualPackage) -> [Finding] {
    var list = FindingList()
    var consistency = ConsistencyCheck()
    let language = Language(package.targetLanguage)
    let repeats = RepeatedTargets(package)
    for problem in PackageVerifier.problems(in: package) { list.add(problem) }
    for document in package.documents {
      list.document = document.original
      for unit in document.units {
        for segment in unit.segments {
          // What merge fills in is not missing.
          if repeats.target(of: segment) != nil { continue }
          check(segment, language, &list)
          consistency.check(segment, &list)
        }
      }
    }
    list.sort()
    return list.findings
  }

  private func check(
    _ segment: BilingualSegment, _ language: Language?, _ list: inout FindingList
  ) {
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
    guard let target = segment.target, !target.isBlank else { return }
    let pair = CheckedPair(
      source: segment.source, target: target, segment: segment, language: language)
    NumberCheck.check(pair, &list)
    PlaceholderCheck.check(pair, &list)
    PunctuationCheck.check(pair, &list)
    QuotationCheck.check(pair, &list)
    LengthCheck.check(pair, &list)
    ScriptCheck.check(pair, &list)
    BidiCheck.check(pair, &list)
    glossary.check(pair, &list)
  }
}
