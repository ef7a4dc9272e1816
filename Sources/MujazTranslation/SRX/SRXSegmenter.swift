public import MujazCore

/// What a rule decided of a place.
package struct SRXDecision: Sendable, Equatable {
  /// The offset in UTF-8.
  package var offset: Int
  /// Whether a segment ends there.
  package var isBoundary: Bool
  /// The rule, as `SRXRule.name`.
  package var rule: String
}

/// Cuts text by the rules of an SRX file.
///
/// Each line is a text of its own, as text filters of translation tools have it. At every place that the pattern of a
/// breaking rule ends at, the first rule in order decides whose `before` matches what stands before and whose `after`
/// matches what follows. Patterns are ICU's; what looks back repeats no more than a hundred times. Linear in the text
/// for every pattern: one that takes more steps than the text's length allows is an error. Belongs to one thread.
public final class SRXSegmenter {
  private struct Compiled {
    var rule: SRXRule
    /// Of a breaking rule: finds where it breaks. Of another: whether it matches at a place.
    var pattern: SRXPattern
  }

  private let rules: [Compiled]

  /// Compiles the rules. Throws at the first whose patterns are wrong, with the line of the file.
  public init(_ rules: [SRXRule]) throws(PackageError) {
    var compiled: [Compiled] = []
    for rule in rules {
      let after = rule.after.isEmpty ? "" : "(?=\(rule.after))"
      let before =
        rule.isBreak
        ? "(?:\(rule.before))"
        : rule.before.isEmpty ? "" : "(?<=\(BoundedPattern.of(rule.before)))"
      do throws(SRXPatternError) {
        compiled.append(Compiled(rule: rule, pattern: try SRXPattern(before + after)))
      } catch {
        throw PackageError(line: rule.line, "rule \(rule.name): \(error.message)")
      }
    }
    self.rules = compiled
  }

  /// Where the segments of a text stand, without the white space at their ends.
  public func segments(of text: String) throws(PackageError) -> [TextRange] {
    var text = text
    text.makeContiguousUTF8()
    var decisions: [SRXDecision]?
    return try segments(of: text.utf8.span, decisions: &decisions).map(\.range)
  }

  /// The segments of a text that is valid UTF-8, without the white space at their ends, each with the number of its
  /// line. `decisions` takes what the rules said of every place where it is not nil.
  package func segments(
    of text: Span<UInt8>, decisions: inout [SRXDecision]?
  ) throws(PackageError) -> [(range: TextRange, paragraph: Int)] {
    var segments: [(range: TextRange, paragraph: Int)] = []
    var found: [SRXDecision] = []
    for (number, line) in TextLines.ranges(of: text).enumerated() {
      found.removeAll(keepingCapacity: true)
      try decide(text, line, into: &found)
      found.append(SRXDecision(offset: line.end, isBoundary: true, rule: "line-break"))
      var start = line.start
      for decision in found where decision.isBoundary {
        let range = text.trimmed(TextRange(start: start, end: decision.offset))
        if !range.isEmpty { segments.append((range, number)) }
        start = decision.offset
      }
      decisions?.append(contentsOf: found)
    }
    return segments
  }

  /// Appends what the rules decide of a line, in its order.
  private func decide(
    _ text: Span<UInt8>, _ line: TextRange, into decisions: inout [SRXDecision]
  ) throws(PackageError) {
    var found: [(offset: Int, rule: Int, isBoundary: Bool)] = []
    let units = Array(text.string(line).utf16)
    try units.withUnsafeBufferPointer { (units) throws(PackageError) in
      for rule in rules { rule.pattern.setText(units) }
      var last = -1
      for place in try places(units) where place.offset != last {
        last = place.offset
        let exception = try exception(at: place.offset, before: place.rule)
        found.append((place.offset, exception ?? place.rule, exception == nil))
      }
    }
    // The offset in UTF-8 follows the one in UTF-16.
    var unit = 0
    var byte = line.start
    for place in found {
      while unit < place.offset {
        let (scalar, count) = text.scalar(at: byte, limit: line.end)
        unit += scalar > 0xFFFF ? 2 : 1
        byte += count
      }
      // Inside a surrogate pair nothing ends.
      guard unit == place.offset else { continue }
      decisions.append(
        SRXDecision(
          offset: byte, isBoundary: place.isBoundary, rule: rules[place.rule].rule.name))
    }
  }

  /// Every place at which a breaking rule matches, in order, with the number of the rule.
  private func places(
    _ units: UnsafeBufferPointer<UInt16>
  ) throws(PackageError) -> [(offset: Int, rule: Int)] {
    var places: [(offset: Int, rule: Int)] = []
    for (number, rule) in rules.enumerated() where rule.rule.isBreak {
      do throws(SRXPatternError) {
        var from = 0
        while from < units.count, let match = try rule.pattern.find(from: from) {
          if match.upperBound > 0, match.upperBound < units.count {
            places.append((match.upperBound, number))
          }
          // Not behind the match: another may begin inside it.
          from = match.lowerBound + 1
        }
      } catch {
        throw complaint(number, error)
      }
    }
    places.sort { ($0.offset, $0.rule) < ($1.offset, $1.rule) }
    return places
  }

  /// The first rule that keeps a place together and stands before the one that breaks it.
  private func exception(at offset: Int, before breaking: Int) throws(PackageError) -> Int? {
    for number in 0..<breaking where !rules[number].rule.isBreak {
      do throws(SRXPatternError) {
        if try rules[number].pattern.matches(at: offset) { return number }
      } catch {
        throw complaint(number, error)
      }
    }
    return nil
  }

  private func complaint(_ rule: Int, _ error: SRXPatternError) -> PackageError {
    PackageError(line: rules[rule].rule.line, "rule \(rules[rule].rule.name) \(error.message)")
  }
}
