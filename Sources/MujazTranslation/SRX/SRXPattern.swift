internal import CICU

/// Why a pattern cannot be used.
struct SRXPatternError: Error {
  var message: String

  static let tooCostly = SRXPatternError(
    message: "takes more steps than a text of this length allows: make it simpler")
}

/// A compiled ICU regular expression, of one thread.
final class SRXPattern {
  private let regex: OpaquePointer

  init(_ pattern: String) throws(SRXPatternError) {
    let units = Array(pattern.utf16)
    var name: UnsafePointer<CChar>?
    let opened = units.withUnsafeBufferPointer { buffer in
      // An empty array has no address, but ICU wants one.
      withUnsafePointer(to: UInt16(0)) { empty in
        cicu_regex_open(buffer.baseAddress ?? empty, buffer.count, &name)
      }
    }
    guard let opened else {
      let name = name.map { String(cString: $0) } ?? "U_REGEX_ERROR"
      throw SRXPatternError(message: "no regular expression (\(name))")
    }
    regex = opened
  }

  deinit { cicu_regex_close(regex) }

  /// The text to search, which must stay where it is. The work allowed grows with its length, so that no pattern takes
  /// more than linear time.
  func setText(_ text: UnsafeBufferPointer<UInt16>) {
    guard let base = text.baseAddress else { return }
    cicu_regex_set_text(regex, base, text.count, 64 + text.count / 16)
  }

  /// The first match that begins at `from` or behind it.
  func find(from: Int) throws(SRXPatternError) -> Range<Int>? {
    var start = 0
    var end = 0
    switch cicu_regex_find(regex, from, &start, &end) {
    case cicu_match_found: return start..<end
    case cicu_no_match: return nil
    default: throw .tooCostly
    }
  }

  /// Whether the pattern matches at an offset.
  func matches(at offset: Int) throws(SRXPatternError) -> Bool {
    switch cicu_regex_matches(regex, offset) {
    case cicu_match_found: return true
    case cicu_no_match: return false
    default: throw .tooCostly
    }
  }
}

/// Makes of a pattern one that ICU can look back with, for which a match must have a longest length.
///
/// Unbounded repetitions stop at a hundred, as in the segment library of LanguageTool and OmegaT's kin
/// (J. Lipski, "Urządzenie do podziału tekstu", loomchild segment): `.*` is `.{0,100}`.
enum BoundedPattern {
  private static let most = 100

  static func of(_ pattern: String) -> String {
    var result = ""
    var rest = Substring(pattern)
    var isInClass = 0
    // Behind a repetition + makes it possessive and is none itself.
    var isRepetition = false
    while let character = rest.first {
      let followsRepetition = isRepetition
      isRepetition = false
      if rest.hasPrefix("\\Q") {
        // Quoted to the end or to \E.
        let end = rest.range(of: "\\E") ?? rest.endIndex..<rest.endIndex
        result += rest[..<end.upperBound]
        rest = rest[end.upperBound...]
        continue
      }
      rest = rest.dropFirst()
      switch character {
      case "\\":
        result.append(character)
        if let escaped = rest.popFirst() { result.append(escaped) }
        continue
      case "[": isInClass += 1
      case "]" where isInClass > 0: isInClass -= 1
      case "*" where isInClass == 0, "+" where isInClass == 0 && !followsRepetition:
        result += character == "*" ? "{0,\(most)}" : "{1,\(most)}"
        isRepetition = true
        continue
      case "?" where isInClass == 0, "}" where isInClass == 0: isRepetition = true
      case "{" where isInClass == 0:
        // {2,} has no end.
        let count = rest.prefix { $0.isNumber }
        if rest[count.endIndex...].hasPrefix(",}"), let least = Int(count) {
          result += "{\(least),\(max(least, most))}"
          rest = rest[count.endIndex...].dropFirst(2)
          isRepetition = true
          continue
        }
      default: break
      }
      result.append(character)
    }
    return result
  }
}

extension Substring {
  /// Where a piece stands; nil where it does not.
  fileprivate func range(of piece: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(piece) {
        return start..<index(start, offsetBy: piece.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
