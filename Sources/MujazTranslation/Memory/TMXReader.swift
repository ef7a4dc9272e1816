/// Reads TMX 1.4 and older, unit by unit: no file is ever held whole.
///
/// Inline codes are passed over, their text (the foreign markup in them) too; text inside `<hi>` and `<sub>` is read. Of units in more than two
/// languages each target makes a unit of its own, and all of them together no more than 16 MB.
struct TMXReader {
  /// The language that sources are in; nil for the one that the file names.
  let source: Language?
  let target: Language?
  /// What units are said to come from where they don't say it themselves.
  let origin: String
  /// The date of units that have none.
  let date: String

  func read(
    _ feed: ByteFeed, _ body: (MemoryUnit) throws(PackageError) -> Void
  ) throws(PackageError) {
    feed.blankPlainDoctype()
    var xml = try XMLEvents(feed)
    guard try xml.next() == .start, xml.name == "tmx" else {
      throw PackageError(line: xml.line, "not TMX: the root element is another")
    }
    var headLanguage = ""
    while true {
      switch try xml.next() {
      case .start:
        if xml.name == "header" {
          headLanguage = xml.attribute("srclang") ?? ""
        } else if xml.name == "tu" {
          try unit(&xml, headLanguage, body)
        }
      case .end: return
      default: continue
      }
    }
  }

  /// What the source and its contexts may become, once for every target: 16 MB.
  private static let mostBytes = 16 << 20
  private static let bytesOfContext = 32

  private struct Side {
    var language: String
    var text: String
    var date: String
  }

  private func unit(
    _ xml: inout XMLEvents, _ headLanguage: String,
    _ body: (MemoryUnit) throws(PackageError) -> Void
  ) throws(PackageError) {
    let line = xml.line
    let ownLanguage = xml.attribute("srclang") ?? headLanguage
    var unitDate = xml.attribute("changedate") ?? xml.attribute("creationdate") ?? ""
    var unit = MemoryUnit(source: "", target: "", sourceLanguage: "", targetLanguage: "")
    var sides: [Side] = []
    var isUntranslated = false
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      switch xml.name {
      case "tuv": if let side = try side(&xml) { sides.append(side) }
      case "prop":
        let type = xml.attribute("type")
        let value = try xml.content()
        switch type {
        case "x-document": unit.origin = value
        case "x-context": if let context = MemoryContext(value) { unit.contexts.append(context) }
        case "x-confidence": unit.confidence = Double(value)
        case "x-state": isUntranslated = value == "untranslated"
        default: break
        }
      default: try xml.skip()
      }
    }
    // A copied source is no translation.
    if isUntranslated { return }
    guard let from = sourceSide(sides, ownLanguage) else { return }
    let bytes = sides[from].text.utf8.count + Self.bytesOfContext * unit.contexts.count
    guard sides.count <= 2 || bytes <= Self.mostBytes / sides.count else {
      throw PackageError(
        line: line, "the unit becomes more than 16 MB: a source for each of its targets")
    }
    for (index, side) in sides.enumerated() where index != from {
      if let target, Language(side.language)?.base != target.base { continue }
      if unitDate.isEmpty { unitDate = side.date }
      guard !side.language.isEmpty, !sides[from].language.isEmpty else {
        throw PackageError(line: line, "a side of the unit has no language")
      }
      unit.source = sides[from].text
      unit.target = side.text
      unit.sourceLanguage = sides[from].language
      unit.targetLanguage = side.language
      if unit.origin.isEmpty { unit.origin = origin }
      unit.date = unitDate.isEmpty ? date : unitDate
      try body(unit)
    }
  }

  /// The side that is the source: by the wanted language, by the file's, or else the first.
  private func sourceSide(_ sides: [Side], _ named: String) -> Int? {
    guard sides.count > 1 else { return nil }
    if let source { return sides.firstIndex { Language($0.language)?.base == source.base } }
    let base = Language(named)?.base
    return sides.firstIndex { $0.language.lowercased() == named.lowercased() }
      ?? sides.firstIndex { base != nil && Language($0.language)?.base == base } ?? 0
  }

  private func side(_ xml: inout XMLEvents) throws(PackageError) -> Side? {
    var side = Side(
      language: xml.attribute("lang", in: .xml) ?? xml.attribute("lang") ?? "", text: "",
      date: xml.attribute("changedate") ?? xml.attribute("creationdate") ?? "")
    var hasText = false
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      if xml.name == "seg" {
        side.text = try text(&xml)
        hasText = true
      } else {
        try xml.skip()
      }
    }
    return hasText ? side : nil
  }

  private func text(_ xml: inout XMLEvents) throws(PackageError) -> String {
    var text = ""
    let outside = xml.depth - 1
    while xml.depth > outside {
      switch try xml.next() {
      case .text: text += xml.text
      case .start: if xml.name != "hi", xml.name != "sub" { try xml.skip() }
      case .finish: continue
      case .end: return text
      }
    }
    return text
  }
}
