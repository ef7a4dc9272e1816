/// What a document has of an earlier version.
///
/// Bias: honest before helpful, as with a memory. The very text keeps its translation and all that was said of it; where a word differs the
/// old translation is a suggestion, with the old text and what differs beside it.
struct CarriedVersion: Sendable {
  let old: [BilingualSegment]
  let plan: VersionPlan

  private static let origin = "previous version"

  /// Fills the segments of a unit, which count in the document by their numbers.
  func carry(into unit: inout BilingualUnit, _ format: PackageFormat) {
    for index in unit.segments.indices {
      guard let number = unit.segments[index].number, number <= plan.steps.count else { continue }
      switch plan.steps[number - 1] {
      case .new: break
      case .unchanged(let place): Self.keep(old[place], in: &unit, index, format)
      case .changed(let place, let percent):
        Self.suggest(old[place], percent, in: &unit, index, format)
      }
    }
  }

  private static func keep(
    _ old: BilingualSegment, in unit: inout BilingualUnit, _ index: Int, _ format: PackageFormat
  ) {
    unit.segments[index].comments = old.comments
    unit.segments[index].isOmitted = old.isOmitted
    guard let target = old.translation, !old.isFuzzy || format.tellsSuggestions else { return }
    unit.dropMatches(of: index)
    unit.segments[index].target = target
    unit.segments[index].isFuzzy = old.isFuzzy
  }

  private static func suggest(
    _ old: BilingualSegment, _ percent: Int, in unit: inout BilingualUnit, _ index: Int,
    _ format: PackageFormat
  ) {
    unit.segments[index].comments = old.comments
    let differences = MatchDifferences.list(from: old.source, to: unit.segments[index].source)
    // A memory that has the very text knows better.
    let isKnown = unit.segments[index].target != nil && !unit.segments[index].isFuzzy
    let target = isKnown ? nil : old.translation
    if target != nil { unit.dropMatches(of: index) }
    unit.notes.append(
      Note(.changed, segment: index, note(old, percent, differences, target, format)))
    guard let target, format.tellsSuggestions else { return }
    unit.segments[index].target = target
    unit.segments[index].isFuzzy = true
    let pair = MemoryUnit(
      source: old.source, target: target, sourceLanguage: "", targetLanguage: "", origin: origin)
    unit.segments[index].matches = [
      MemoryMatch(percent: percent, unit: pair, differences: differences)
    ]
  }

  /// `changed, 82 %: … → …; was: …`.
  private static func note(
    _ old: BilingualSegment, _ percent: Int, _ differences: [MatchDifference], _ target: String?,
    _ format: PackageFormat
  ) -> String {
    let what =
      differences.isEmpty
      ? "only the spelling differs" : differences.map(\.description).joined(separator: "; ")
    var note = "changed, \(percent) %: \(what); was: \(old.source.asOneLine)"
    if old.isOmitted { note += "; it was omitted" }
    if let target, !format.tellsSuggestions { note += "; in translation: \(target.asOneLine)" }
    return note
  }
}

extension BilingualSegment {
  /// The target, where it is one and no copy of the source.
  fileprivate var translation: String? {
    guard let target, !target.isBlank else { return nil }
    var segment = self
    segment.isOmitted = false
    return segment.status == .copied ? nil : target
  }
}

extension BilingualUnit {
  /// Takes back what a memory has offered for a segment.
  fileprivate mutating func dropMatches(of index: Int) {
    segments[index].matches = []
    notes.removeAll { $0.category == .match && $0.segment == index }
  }
}

extension PackageFormat {
  /// Whether it says of a target that nobody has confirmed it: a state, a flag, a column.
  fileprivate var tellsSuggestions: Bool { self != .tmx }
}
