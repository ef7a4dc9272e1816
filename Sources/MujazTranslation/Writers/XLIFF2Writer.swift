import MujazCore

/// XLIFF 2.0 (OASIS, 2014), core with the modules of metadata, glossary and matches.
///
/// A unit is a paragraph, a segment a sentence; white space between sentences is in `<ignorable>`, so that the article
/// can be put together again to the byte.
struct XLIFF2Writer: PackageWriter {
  private let head: PackageHead
  private var xml = XMLBuffer()
  private var hasBegun = false

  init(_ head: PackageHead) { self.head = head }

  mutating func take() -> [UInt8] { xml.take() }

  mutating func beginDocument(_ document: DocumentHead) {
    begin()
    xml.raw("<file")
    xml.attribute("id", document.id)
    xml.attribute("original", document.original)
    xml.raw(head.source.isRightToLeft ? " srcDir=\"rtl\"" : " srcDir=\"ltr\"")
    xml.raw(head.target.isRightToLeft ? " trgDir=\"rtl\">\n" : " trgDir=\"ltr\">\n")
    xml.raw("<mda:metadata>\n<mda:metaGroup category=\"mujaz\">\n")
    meta("tool", head.tool + " " + head.version)
    meta("scope", document.scope.rawValue)
    if !document.digest.isEmpty { meta("sha256", document.digest) }
    meta("units", String(document.units))
    meta("segments", String(document.segments))
    meta("words", String(document.words))
    for line in document.leftOut { meta("left-out", line) }
    xml.raw("</mda:metaGroup>\n</mda:metadata>\n")
  }

  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"")
    xml.raw(" xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"")
    xml.raw(" xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\" version=\"2.0\"")
    xml.attribute("srcLang", head.source.tag)
    xml.attribute("trgLang", head.target.tag)
    xml.raw(">\n")
  }

  private mutating func meta(_ type: StaticString, _ value: String) {
    xml.raw("<mda:meta")
    xml.attribute("type", "\(type)")
    xml.raw(">")
    xml.text(value)
    xml.raw("</mda:meta>\n")
  }

  mutating func endDocument() { xml.raw("</file>\n") }

  mutating func finish() {
    begin()
    xml.raw("</xliff>\n")
  }

  // MARK: Units

  mutating func write(_ unit: BilingualUnit) {
    let isLocked = unit.segments.allSatisfy { !$0.isTranslatable }
    xml.raw("<unit")
    xml.attribute("id", unit.id)
    if let number = unit.number { xml.attribute("name", number) }
    xml.attribute("type", "mujaz:" + unit.role.rawValue)
    if isLocked { xml.raw(" translate=\"no\"") }
    xml.raw(" xml:space=\"preserve\">\n")
    matches(unit)
    glossary(unit)
    notes(unit)
    originalData(unit)
    ignorable(unit.lead)
    var code = 1
    var term = 1
    let places = Self.places(of: unit)
    for (index, segment) in unit.segments.enumerated() {
      self.segment(
        segment, index, isLocked: isLocked, firstCode: code, firstTerm: term, place: places?[index])
      code += segment.placeholders.count
      term += segment.terms.count
      ignorable(segment.gap)
    }
    xml.raw("</unit>\n")
  }

  /// What the memory offers; each match names the segment it is for.
  private mutating func matches(_ unit: BilingualUnit) {
    guard unit.segments.contains(where: { !$0.matches.isEmpty }) else { return }
    xml.raw("<mtc:matches xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\">\n")
    var number = 1
    for segment in unit.segments {
      for match in segment.matches {
        xml.raw("<mtc:match")
        xml.attribute("id", "m", number)
        xml.attribute("ref", "#" + segment.id)
        xml.attribute("type", "tm")
        xml.attribute("similarity", min(match.percent, 100))
        if !match.unit.origin.isEmpty { xml.attribute("origin", match.unit.origin) }
        xml.raw("><source>")
        text(match.unit.source.utf8[...])
        xml.raw("</source><target>")
        text(match.target.utf8[...])
        xml.raw("</target></mtc:match>\n")
        number += 1
      }
    }
    xml.raw("</mtc:matches>\n")
  }

  private mutating func glossary(_ unit: BilingualUnit) {
    let terms = unit.segments.flatMap(\.terms)
    guard !terms.isEmpty else { return }
    xml.raw("<gls:glossary>\n")
    for (index, term) in terms.enumerated() {
      xml.raw("<gls:glossEntry")
      xml.attribute("ref", "#t", index + 1)
      xml.raw("><gls:term>")
      xml.text(term.term)
      xml.raw("</gls:term>")
      for translation in term.translations {
        xml.raw("<gls:translation>")
        xml.text(translation)
        xml.raw("</gls:translation>")
      }
      xml.raw("</gls:glossEntry>\n")
    }
    xml.raw("</gls:glossary>\n")
  }

  private mutating func notes(_ unit: BilingualUnit) {
    let hasComments = unit.segments.contains { !$0.commentsWithState.isEmpty }
    guard !unit.notes.isEmpty || hasComments else { return }
    xml.raw("<notes>\n")
    for (index, note) in unit.notes.enumerated() {
      xml.raw("<note")
      xml.attribute("id", "n", index + 1)
      xml.attribute("category", note.category.rawValue)
      xml.raw(" appliesTo=\"source\" priority=\"2\">")
      noteText(note.text, note.segment, of: unit)
    }
    var number = unit.notes.count
    for (index, segment) in unit.segments.enumerated() {
      for comment in segment.commentsWithState {
        number += 1
        xml.raw("<note")
        xml.attribute("id", "n", number)
        xml.raw(" category=\"comment\" appliesTo=\"target\">")
        noteText(comment, index, of: unit)
      }
    }
    xml.raw("</notes>\n")
  }

  /// The text of a note, which names the sentence that it is about where there are several, and its end.
  private mutating func noteText(_ text: String, _ segment: Int?, of unit: BilingualUnit) {
    if let segment, unit.segments.count > 1 {
      xml.raw("Sentence ")
      xml.integer(segment + 1)
      xml.raw(": ")
    }
    xml.text(text)
    xml.raw("</note>\n")
  }

  private mutating func originalData(_ unit: BilingualUnit) {
    guard unit.segments.contains(where: { !$0.placeholders.isEmpty }) else { return }
    xml.raw("<originalData>\n")
    var number = 1
    for segment in unit.segments {
      for place in segment.placeholders {
        xml.raw("<data")
        xml.attribute("id", "d", number)
        xml.raw(place.kind == .hashtag ? ">" : " dir=\"ltr\">")
        xml.text(segment.source.utf8[place.range])
        xml.raw("</data>\n")
        number += 1
      }
    }
    xml.raw("</originalData>\n")
  }

  private mutating func ignorable(_ space: String) {
    guard !space.isEmpty else { return }
    xml.raw("<ignorable><source>")
    text(space.utf8[...])
    xml.raw("</source></ignorable>\n")
  }

  /// The places of the targets among segments and ignorables, from 1; nil where each stands with its source.
  private static func places(of unit: BilingualUnit) -> [Int]? {
    let ordered = unit.segments.indices.sorted {
      (unit.segments[$0].order ?? $0 + 1, $0) < (unit.segments[$1].order ?? $1 + 1, $1)
    }
    guard ordered != Array(unit.segments.indices) else { return nil }
    var next = unit.lead.isEmpty ? 1 : 2
    var places = [Int](repeating: 0, count: ordered.count)
    for (index, moved) in zip(unit.segments.indices, ordered) {
      places[moved] = next
      next += unit.segments[index].gap.isEmpty ? 1 : 2
    }
    return places
  }

  private mutating func segment(
    _ segment: BilingualSegment, _ index: Int, isLocked: Bool, firstCode: Int,
    firstTerm: Int, place: Int?
  ) {
    xml.raw("<segment")
    xml.attribute("id", segment.id)
    state(of: segment)
    let isMarked = !segment.isTranslatable && !isLocked
    xml.raw("<source>")
    if isMarked {
      xml.raw("<mrk")
      xml.attribute("id", "k", index + 1)
      xml.raw(" translate=\"no\">")
    }
    source(segment, firstCode, firstTerm: firstTerm)
    if isMarked { xml.raw("</mrk>") }
    xml.raw("</source>")
    if let target = segment.target {
      xml.raw("<target")
      if let place { xml.attribute("order", place) }
      xml.raw(">")
      self.target(target, segment, firstCode)
      xml.raw("</target>")
    } else if segment.isOmitted {
      if Self.hasTarget(segment) { xml.raw("<target></target>") }
    } else if head.copiesSource, !isLocked {
      xml.raw("<target>")
      source(segment, firstCode)
      xml.raw("</target>")
    }
    xml.raw("</segment>\n")
  }

  /// Whether an omitted segment has a target, be it an empty one: that would delete its codes, which none may.
  private static func hasTarget(_ segment: BilingualSegment) -> Bool {
    segment.target != nil || segment.placeholders.isEmpty
  }

  /// What has become of a segment, and the end of its tag.
  private mutating func state(of segment: BilingualSegment) {
    if segment.isOmitted {
      xml.raw(Self.hasTarget(segment) ? " state=\"final\"" : " state=\"initial\"")
      xml.raw(" subState=\"mujaz:omitted\">")
    } else if segment.target != nil, !segment.isFuzzy {
      xml.raw(" state=\"translated\">")
    } else {
      xml.raw(" state=\"initial\"")
      if segment.isFuzzy, segment.target != nil {
        let match = segment.matches.first.map { "tm-\($0.percent)" }
        xml.attribute("subState", "mujaz:" + (match ?? "fuzzy"))
      }
      xml.raw(">")
    }
  }

  /// The source with its placeholders as codes and, where a first number is given, its terms as marks.
  private mutating func source(
    _ segment: BilingualSegment, _ firstCode: Int, firstTerm: Int? = nil
  ) {
    var offset = 0
    var term = 0
    func end(_ limit: Int) -> [Int] {
      guard firstTerm != nil else { return [] }
      let first = term
      while term < segment.terms.count, segment.terms[term].range.end <= limit { term += 1 }
      return Array(first..<term)
    }
    func plain(_ limit: Int) {
      for index in end(limit) {
        let range = segment.terms[index].range
        text(segment.source.utf8[TextRange(start: offset, end: range.start)])
        xml.raw("<mrk")
        xml.attribute("id", "t", (firstTerm ?? 1) + index)
        xml.raw(" type=\"term\">")
        text(segment.source.utf8[range])
        xml.raw("</mrk>")
        offset = range.end
      }
      text(segment.source.utf8[TextRange(start: offset, end: limit)])
      offset = limit
    }
    for (index, place) in segment.placeholders.enumerated() {
      plain(place.range.start)
      code(firstCode + index, segment, place)
      offset = place.range.end
    }
    plain(segment.source.utf8.count)
  }

  /// A target in which the placeholders stand in the order of the source; what is not found stays text.
  private mutating func target(
    _ target: String, _ segment: BilingualSegment, _ firstCode: Int
  ) {
    var offset = 0
    for (place, range) in segment.placeholders(in: target) {
      text(target.utf8[TextRange(start: offset, end: range.start)])
      code(firstCode + place, segment, segment.placeholders[place])
      offset = range.end
    }
    text(target.utf8[TextRange(start: offset, end: target.utf8.count)])
  }

  private mutating func code(_ number: Int, _ segment: BilingualSegment, _ place: Placeholder) {
    xml.raw("<ph")
    xml.attribute("id", "c", number)
    xml.raw(" type=\"other\"")
    xml.attribute("subType", "mujaz:" + place.kind.rawValue)
    xml.attribute("dataRef", "d", number)
    let shown = String(Substring(segment.source.utf8[place.range]))
    xml.attribute("equiv", shown)
    xml.attribute("disp", shown)
    xml.raw(" canDelete=\"no\"/>")
  }

  /// Text, with `<cp>` for what XML can't hold.
  private mutating func text(_ text: Substring.UTF8View) { xml.textWithCodes(text) }
}
