import MujazCore

/// Reads XLIFF 1.2, from us or from a tool that had our file.
///
/// Candidate translations, segmented sources and elements of other namespaces are passed over; text is taken through inline
/// codes. Of the codes only ours stand for text: those of others are markup that a text has no use for.
struct XLIFF1Reader {
  private static let codePrefix = "x-mujaz-"

  func read(_ xml: inout XMLEvents) throws(PackageError) -> BilingualPackage {
    var package = BilingualPackage(sourceLanguage: "", targetLanguage: "")
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      guard xml.isElement("file", in: .xliff1) else {
        try xml.skip()
        continue
      }
      if package.documents.isEmpty {
        package.sourceLanguage = xml.attribute("source-language") ?? ""
        package.targetLanguage = xml.attribute("target-language") ?? ""
      }
      package.documents.append(contentsOf: try file(&xml))
    }
    return package
  }

  private func file(_ xml: inout XMLEvents) throws(PackageError) -> [BilingualDocument] {
    var rows = RowAssembler()
    let original = xml.attribute("original") ?? ""
    var expected: Int?
    var digest = ""
    var leftOut: [String] = []
    // The innermost group with an id is the paragraph.
    var groups: [String?] = []
    let outside = xml.depth - 1
    while xml.depth > outside {
      let event = try xml.next()
      if event == .finish, xml.isElement("group", in: .xliff1) { groups.removeLast() }
      guard event == .start else { continue }
      if xml.isElement("trans-unit", in: .xliff1) {
        var row = try unit(&xml, original)
        row.paragraph = groups.last { $0 != nil } ?? nil
        try rows.add(row)
      } else if xml.isElement("group", in: .xliff1) {
        groups.append(xml.attribute("id"))
      } else if xml.isElement("count", in: .xliff1) {
        let isSegments = xml.attribute("count-type") == "x-segments"
        let value = try xml.content()
        if isSegments { expected = Int(value) }
      } else if xml.isElement("note", in: .xliff1) {
        let note = try xml.content()
        if let mark = note.firstRange(of: XLIFF1Writer.digestMark) {
          digest = String(note[mark.upperBound...]).asOneLine
        } else if note.hasPrefix(XLIFF1Writer.leftOutMark) {
          leftOut.append(String(note.dropFirst(XLIFF1Writer.leftOutMark.count)))
        }
      } else if ["body", "header", "count-group"].contains(xml.name),
        xml.namespace == .xliff1
      {
        continue
      } else {
        try xml.skip()
      }
    }
    var documents = rows.finish()
    if documents.isEmpty, expected != nil { documents = [BilingualDocument(original: original)] }
    if documents.count == 1 {
      (documents[0].digest, documents[0].leftOut) = (digest, leftOut)
      if let expected { documents[0].expectedSegments = expected }
    }
    return documents
  }

  private func unit(
    _ xml: inout XMLEvents, _ original: String
  ) throws(PackageError) -> BilingualRow {
    var row = BilingualRow(
      id: xml.attribute("id") ?? "", place: xml.attribute("extradata").flatMap(SegmentPlace.init),
      document: original, source: "", isTranslatable: xml.attribute("translate") != "no",
      line: xml.line)
    var source = InlineContent()
    var target: InlineContent?
    var isOmitted = false
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      if xml.isElement("source", in: .xliff1) {
        source = try content(&xml)
      } else if xml.isElement("target", in: .xliff1) {
        row.isFuzzy =
          xml.attribute("state-qualifier") == "fuzzy-match"
          && xml.attribute("state")?.hasPrefix("needs-") == true
        isOmitted = xml.attribute("state-qualifier") == "x-mujaz-omitted"
        target = try content(&xml)
      } else if xml.isElement("note", in: .xliff1) {
        let isOurs = xml.attribute("from") == "mujaz"
        let text = try xml.content()
        if isOurs {
          row.notes.append(Note(Note.Category(of: text) ?? .context, text.asOneLine))
        } else {
          row.remarks.add(text)
        }
      } else {
        try xml.skip()
      }
    }
    try source.check(source.codes, target, line: row.line)
    row.source = source.text([:])
    row.placeholders = source.placeholders([:])
    row.target = target?.target(source.codes, of: source)
    // Who writes a target into what was left out has thought better of it, and not every tool takes the state away.
    if isOmitted, (row.target ?? "").isBlank { row.remarks.isOmitted = true }
    return row
  }

  // MARK: Content

  private func content(_ xml: inout XMLEvents) throws(PackageError) -> InlineContent {
    var content = InlineContent()
    let outside = xml.depth - 1
    while xml.depth > outside {
      switch try xml.next() {
      case .text: content.parts.append(.text(xml.text))
      case .start:
        guard xml.namespace == .xliff1 else {
          try xml.skip()
          continue
        }
        switch xml.name {
        case "g", "mrk": break
        case "ph", "x", "it", "bpt", "ept", "bx", "ex":
          let id = xml.attribute("id") ?? ""
          let type = xml.attribute("ctype") ?? ""
          let kind =
            type.hasPrefix(Self.codePrefix)
            ? Placeholder.Kind(rawValue: String(type.dropFirst(Self.codePrefix.count))) : nil
          let text = try xml.content()
          content.parts.append(
            .code(
              InlineContent.Code(
                key: id, text: kind == nil || text.isEmpty ? nil : text, kind: kind)))
        default: try xml.skip()
        }
      case .finish, .end: break
      }
    }
    return content
  }
}
