/// Whether a package that came back still holds what went out.
public enum PackageVerifier {
  /// Throws where there is no segment in a package, or something else than what went out: all that is wrong, in one line. Linear.
  public static func verify(_ package: BilingualPackage) throws(PackageError) {
    if package.documents.allSatisfy({ $0.units.allSatisfy { $0.segments.isEmpty } }) {
      throw PackageError("there is no segment in the file")
    }
    let problems = problems(in: package)
    guard let first = problems.first else { return }
    let shown = problems.prefix(1000).map(\.message)
    let rest = problems.count - shown.count
    throw PackageError(
      line: first.line,
      shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : ""))
  }

  /// What is wrong with the sources of a package: units or segments that were deleted or altered, in order.
  ///
  /// Ids are made of content, so an altered source no longer fits its id; a split or joined sentence fits its
  /// unit's. Numbers tell where something is missing. Files that mujaz did not write carry neither and are not held
  /// against anything. Linear.
  public static func problems(in package: BilingualPackage) -> [PackageError] {
    package.documents.flatMap { problems(in: $0) }
  }

  /// The same of one document.
  static func problems(in document: BilingualDocument) -> [PackageError] {
    var problems: [PackageError] = []
    for unit in document.units {
      if let wanted = ContentHash(id: unit.id) {
        var builder = ContentHashBuilder()
        for segment in unit.segments { builder.append(segment.source) }
        if builder.hash != wanted {
          problems.append(
            PackageError(line: unit.line, "the source of unit \(unit.id) has been altered"))
        }
        continue
      }
      for segment in unit.segments {
        if let wanted = ContentHash(id: segment.id), wanted != ContentHash(segment.source) {
          problems.append(
            PackageError(line: segment.line, "the source of segment \(segment.id) has been altered")
          )
        }
      }
    }
    if let expected = document.expectedUnits {
      problems += missing("unit", document.units.map { ($0.number, $0.id) }, of: expected)
    } else if let expected = document.expectedSegments {
      let segments = document.units.flatMap(\.segments)
      problems += missing("segment", segments.map { ($0.number, $0.id) }, of: expected)
    }
    return problems
  }

  /// The numbers up to `expected` that nobody has, each with the id before it.
  private static func missing(
    _ kind: String, _ found: [(number: Int?, id: String)], of expected: Int
  ) -> [PackageError] {
    guard found.count < expected else { return [] }
    let numbered = found.filter { $0.number != nil }
    guard numbered.count == found.count else {
      return [PackageError("\(expected - found.count) of \(expected) \(kind)s are missing")]
    }
    var ids: [Int: String] = [:]
    for (number, id) in found { if let number { ids[number] = id } }
    var problems: [PackageError] = []
    // A count that nobody has written is not gone through: what is named is bounded by what is there.
    for number in 1...min(expected, found.count + 1000) where ids[number] == nil {
      let before = ids[number - 1].map { ", behind \($0)," } ?? ""
      problems.append(
        PackageError("\(kind) \(number) of \(expected)\(before) is missing from the file"))
    }
    return problems
  }
}
