/// What a format cannot say of a package, counted.
public struct ConversionLosses: Sendable, Hashable {
  /// One kind of loss.
  enum Kind: Int, Sendable, CaseIterable {
    case order, locked, unconfirmed, restored, renamed, spaces, breaks, controls, matches, terms
    case language
  }

  private var counts: [Kind: Int] = [:]

  /// Whether everything is said.
  public var isEmpty: Bool { counts.isEmpty }

  mutating func add(_ kind: Kind, _ count: Int = 1) {
    if count > 0 { counts[kind, default: 0] += count }
  }

  /// What is lost, in one line without an end; empty where nothing is.
  public var description: String {
    Kind.allCases.compactMap { kind in counts[kind].map { Self.phrase(kind, $0) } }
      .joined(separator: "; ")
  }

  private static func phrase(_ kind: Kind, _ count: Int) -> String {
    switch kind {
    case .order: "the order of targets that stand in another than their sources (\(count))"
    case .locked: "that segments need no translation (\(count))"
    case .unconfirmed: "targets that nobody has confirmed (\(count))"
    case .restored:
      "the places of protected parts, which stand at the end of their target (\(count))"
    case .renamed: "documents of one name, which have a number behind it (\(count))"
    case .spaces: "the very white space of the article (\(count))"
    case .breaks: "line breaks and tabs inside sentences (\(count))"
    case .controls: "control characters (\(count))"
    case .matches: "the matches of a memory, but for their notes (\(count))"
    case .terms: "the marks of terms, but for their notes (\(count))"
    case .language: "the language of the sources"
    }
  }
}
