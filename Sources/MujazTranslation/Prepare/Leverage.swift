import MujazCore

/// Puts into a package what a memory knows already.
///
/// Bias: honest before helpful. A sentence is translated only where its very text is in the memory; all else is a suggestion that says how
/// well it fits and what differs, and where a format can't say so, it stands in a note and not in the target.
public struct Leverage: Sendable {
  private let memory: MemoryLookup

  /// Matches below this percentage help nobody.
  private static let leastPercent = 75
  /// Matches of one sentence in a file.
  private static let most = 3
  /// From here on nothing differs but spelling.
  private static let exact = 100

  /// What a memory knows.
  public init(memory: MemoryLookup) { self.memory = memory }

  /// Fills a unit's segments. `hashes` are those of the document's segments, which segments count in by their numbers.
  func fill(
    _ unit: inout BilingualUnit, _ hashes: [ContentHash], _ format: PackageFormat
  ) throws(PackageError) {
    for index in unit.segments.indices where unit.segments[index].isTranslatable {
      try fill(&unit, index, hashes, format)
    }
  }

  private func fill(
    _ unit: inout BilingualUnit, _ index: Int, _ hashes: [ContentHash], _ format: PackageFormat
  ) throws(PackageError) {
    let segment = unit.segments[index]
    let matches: [MemoryMatch]
    do throws(MemoryError) {
      matches = try memory.matches(
        of: segment.source, context: segment.number.map { Self.context($0, hashes) },
        atLeast: Self.leastPercent, most: Self.most)
    } catch {
      throw PackageError("the translation memory: \(error.message)")
    }
    unit.segments[index].matches = matches
    guard let best = matches.first else { return }
    let isExact = best.percent >= Self.exact
    if isExact || format.marksFuzzy {
      unit.segments[index].target = best.target
      unit.segments[index].isFuzzy = !isExact
    }
    if !isExact { unit.notes.append(Note(.match, segment: index, Self.note(best, format))) }
  }

  /// The neighbours of a segment by its number, from 1.
  private static func context(_ number: Int, _ hashes: [ContentHash]) -> MemoryContext {
    MemoryContext(
      before: number >= 2 && number - 2 < hashes.count ? hashes[number - 2] : nil,
      after: number < hashes.count ? hashes[number] : nil)
  }

  /// `memory, 82 %: … → …`.
  private static func note(_ match: MemoryMatch, _ format: PackageFormat) -> String {
    var note = "memory, \(match.percent) %"
    if match.adaptedTarget != nil { note += ", numbers put in" }
    note += ": "
    note +=
      match.differences.isEmpty
      ? "only the spelling differs" : match.differences.map(\.description).joined(separator: "; ")
    if !format.marksFuzzy { note += ": " + match.target.asOneLine }
    return note
  }
}

extension PackageFormat {
  /// Whether a target can be marked as a suggestion.
  fileprivate var marksFuzzy: Bool {
    switch self {
    case .xliff2, .xliff1, .po, .xlsx: true
    case .tmx, .tsv, .docx, .html: false
    }
  }
}
