/// Reads SRX 2.0.
///
/// Elements of other namespaces are passed over; document types and entities are refused. Linear in the file. Every rule is a pattern that
/// every line is searched by, so there may be no more than twenty thousand: ten times what is known.
public enum SRXReader {
  private static let mostRules = 20_000

  /// The rules of a file. Throws at the first thing that is wrong, with its line.
  public static func document(_ bytes: [UInt8]) throws(PackageError) -> SRXDocument {
    var events = try XMLEvents(ByteFeed(bytes))
    return try document(&events)
  }

  private static func document(_ events: inout XMLEvents) throws(PackageError) -> SRXDocument {
    while try events.next() != .start {}
    guard isElement("srx", events) else { throw PackageError("no SRX file: the root is not <srx>") }
    guard events.attribute("version") == "2.0" else {
      throw PackageError(line: events.line, "SRX 2.0 is expected, and its version named")
    }
    var document = SRXDocument(cascades: false, languageRules: [], maps: [])
    var rules = 0
    while true {
      switch try events.next() {
      case .end: return document
      case .start where isElement("header", events):
        document.cascades = events.attribute("cascade") == "yes"
      case .start where isElement("languagerule", events):
        document.languageRules.append(try languageRules(&events))
        rules += document.languageRules.last?.rules.count ?? 0
        guard rules <= mostRules else {
          throw PackageError(line: events.line, "more than \(mostRules) rules")
        }
      case .start where isElement("languagemap", events):
        document.maps.append(
          SRXDocument.Map(
            languagePattern: try required("languagepattern", events),
            name: try required("languagerulename", events)))
      default: break
      }
    }
  }

  private static func languageRules(
    _ events: inout XMLEvents
  ) throws(PackageError) -> SRXDocument.LanguageRules {
    let name = try required("languagerulename", events)
    var rules: [SRXRule] = []
    let outside = events.depth - 1
    while events.depth > outside {
      guard try events.next() == .start, isElement("rule", events) else { continue }
      rules.append(try rule(&events, name: "\(name):\(rules.count + 1)"))
    }
    return SRXDocument.LanguageRules(name: name, rules: rules)
  }

  private static func rule(
    _ events: inout XMLEvents, name: String
  ) throws(PackageError) -> SRXRule {
    let answer = events.attribute("break") ?? "yes"
    guard answer == "yes" || answer == "no" else {
      throw PackageError(line: events.line, "break is 'yes' or 'no'")
    }
    var rule = SRXRule(
      isBreak: answer == "yes", before: "", after: "", name: name, line: events.line)
    let outside = events.depth - 1
    while events.depth > outside {
      guard try events.next() == .start else { continue }
      if isElement("beforebreak", events) {
        rule.before = try events.content()
      } else if isElement("afterbreak", events) {
        rule.after = try events.content()
      }
    }
    return rule
  }

  /// Whether the element is SRX's; files without a namespace are common.
  private static func isElement(_ name: StaticString, _ events: borrowing XMLEvents) -> Bool {
    events.isElement(name, in: .srx) || events.isElement(name, in: .none)
  }

  private static func required(
    _ name: String, _ events: borrowing XMLEvents
  ) throws(PackageError) -> String {
    guard let value = events.attribute(name) else {
      throw PackageError(line: events.line, "\(name) is missing")
    }
    return value
  }
}
