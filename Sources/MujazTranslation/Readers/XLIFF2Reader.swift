import MujazCore

/// Reads XLIFF 2.0 and 2.1, from us or from a tool that had our file.
///
/// Elements of other namespaces, notes in wrong places and candidate targets are passed over; text is taken through
/// inline codes; segments that were split or joined are read as they are.
struct XLIFF2Reader {
  private var fileIDs = UniqueIDs("file")

  mutating func read(_ xml: inout XMLEvents) throws(PackageError) -> BilingualPackage {
    var package = BilingualPackage(
      sourceLanguage: xml.attribute("srcLang") ?? "", targetLanguage: xml.attribute("trgLang") ?? ""
    )
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      if xml.isElement("file", in: .xliff2) {
        try fileIDs.add(xml.attribute("id") ?? "", line: xml.line)
        package.documents.append(try file(&xml))
      } else {
        try xml.skip()
      }
    }
    return package
  }

  private func file(_ xml: inout XMLEvents) throws(PackageError) -> BilingualDocument {
    var document = BilingualDocument(original: xml.attribute("original") ?? "")
    var unitIDs = UniqueIDs("unit")
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      if xml.isElement("unit", in: .xliff2) {
        let line = xml.line
        let unit = try self.unit(&xml)
        try unitIDs.add(unit.id, line: line)
        document.units.append(unit)
      } else if xml.isElement("group", in: .xliff2) {
        // Units are read in whatever groups they stand.
        continue
      } else if xml.isElement("metadata", in: .metadata) {
        try metadata(&xml, &document)
      } else {
        try xml.skip()
      }
    }
    return document
  }

  private func metadata(
    _ xml: inout XMLEvents, _ document: inout BilingualDocument
  ) throws(PackageError) {
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start, xml.isElement("meta", in: .metadata) else { continue }
      let type = xml.attribute("type")
      let value = try xml.content()
      if type == "sha256" { document.digest = value.asOneLine }
      if type == "left-out" { document.leftOut.append(value) }
      if type == "units" { document.expectedUnits = Int(value) }
      if type == "segments" { document.expectedSegments = Int(value) }
    }
  }

  // MARK: Units

  /// A segment or ignorable as it is read.
  private struct Piece {
    var isSegment: Bool
    var id: String
    var source = InlineContent()
    var target: InlineContent?
    var order: Int?
    var isFuzzy = false
    var isOmitted = false
    /// What a tool has put into the segment itself.
    var notes: [UnitNote] = []
    var line: Int

    var hasComments: Bool {
      let contents = [source, target ?? InlineContent()]
      return !notes.isEmpty || contents.contains { !$0.comments.isEmpty || !$0.noteIDs.isEmpty }
    }
  }

  private func unit(_ xml: inout XMLEvents) throws(PackageError) -> BilingualUnit {
    var unit = BilingualUnit(
      id: xml.attribute("id") ?? "", number: xml.attribute("name").flatMap { Int($0) },
      line: xml.line)
    if let type = xml.attribute("type"), type.hasPrefix("mujaz:") {
      unit.role = SegmentRole(rawValue: String(type.dropFirst(6))) ?? .body
    }
    let isTranslatable = xml.attribute("translate") != "no"
    var pieces: [Piece] = []
    var data: [String: String] = [:]
    var notes: [UnitNote] = []
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      if xml.isElement("segment", in: .xliff2) {
        pieces.append(try piece(&xml, isSegment: true))
      } else if xml.isElement("ignorable", in: .xliff2) {
        pieces.append(try piece(&xml, isSegment: false))
      } else if xml.isElement("originalData", in: .xliff2) {
        try originalData(&xml, &data)
      } else if xml.isElement("notes", in: .xliff2) {
        notes += try UnitNote.list(&xml)
      } else {
        try xml.skip()
      }
    }
    try assemble(pieces, data, isTranslatable: isTranslatable, into: &unit)
    if !notes.isEmpty || pieces.contains(where: \.hasComments) {
      let texts = pieces.filter { $0.isSegment || !$0.source.text(data).isBlank }
      unit.take(notes, texts.map { ($0.notes, $0.source, $0.target) })
    }
    return unit
  }

  private func originalData(
    _ xml: inout XMLEvents, _ data: inout [String: String]
  ) throws(PackageError) {
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      if xml.isElement("data", in: .xliff2) {
        let id = xml.attribute("id") ?? ""
        let line = xml.line
        let content = try content(&xml)
        try content.check([:], nil, line: line)
        data[id] = content.text([:])
      } else {
        try xml.skip()
      }
    }
  }

  private func piece(_ xml: inout XMLEvents, isSegment: Bool) throws(PackageError) -> Piece {
    var piece = Piece(isSegment: isSegment, id: xml.attribute("id") ?? "", line: xml.line)
    piece.isFuzzy =
      xml.attribute("state") == "initial"
      && (xml.attribute("subState").map { $0.hasPrefix("mujaz:tm-") || $0 == "mujaz:fuzzy" }
        ?? false)
    piece.isOmitted = xml.attribute("subState") == "mujaz:omitted"
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      if xml.isElement("source", in: .xliff2) {
        piece.source = try content(&xml)
      } else if xml.isElement("target", in: .xliff2) {
        piece.order = xml.attribute("order").flatMap { Int($0) }
        piece.target = try content(&xml)
      } else if xml.isElement("notes", in: .xliff2) {
        piece.notes += try UnitNote.list(&xml)
      } else {
        try xml.skip()
      }
    }
    return piece
  }

  private func assemble(
    _ pieces: [Piece], _ data: [String: String], isTranslatable: Bool,
    into unit: inout BilingualUnit
  ) throws(PackageError) {
    var ids = UniqueIDs("segment")
    for (index, piece) in pieces.enumerated() {
      try piece.source.check(data, piece.target, line: piece.line)
      guard piece.isSegment else {
        let space = piece.source.text(data)
        // An ignorable that holds something to be read is part of the text all the same.
        if space.isBlank {
          if unit.segments.isEmpty {
            unit.lead += space
          } else {
            unit.segments[unit.segments.count - 1].gap += space
          }
          continue
        }
        unit.segments.append(
          BilingualSegment(
            id: piece.id, source: space,
            target: piece.target?.target(data, of: piece.source) ?? space,
            isTranslatable: false, line: piece.line))
        unit.segments[unit.segments.count - 1].order = piece.order ?? index + 1
        continue
      }
      if !piece.id.isEmpty { try ids.add(piece.id, line: piece.line) }
      var segment = BilingualSegment(
        id: piece.id, source: piece.source.text(data),
        target: piece.target?.target(data, of: piece.source),
        isFuzzy: piece.isFuzzy, isTranslatable: isTranslatable && !piece.source.isLocked,
        line: piece.line)
      segment.placeholders = piece.source.placeholders(data)
      segment.order = piece.order ?? index + 1
      // Who writes a target into what was left out has thought better of it, and not every tool takes the state away.
      segment.isOmitted = piece.isOmitted && (segment.target ?? "").isBlank
      unit.segments.append(segment)
    }
  }

  // MARK: Content

  /// Reads the content of the element that has just begun.
  private func content(_ xml: inout XMLEvents) throws(PackageError) -> InlineContent {
    var content = InlineContent()
    let outside = xml.depth - 1
    while xml.depth > outside {
      switch try xml.next() {
      case .text: content.parts.append(.text(xml.text))
      case .start:
        guard xml.namespace == .xliff2 else {
          try xml.skip()
          continue
        }
        switch xml.name {
        case "ph":
          let kind = xml.attribute("subType").flatMap { type in
            type.hasPrefix("mujaz:") ? Placeholder.Kind(rawValue: String(type.dropFirst(6))) : nil
          }
          content.parts.append(
            .code(
              InlineContent.Code(
                key: xml.attribute("dataRef") ?? "", fallback: xml.attribute("equiv"), kind: kind)))
        case "cp":
          if let hex = xml.attribute("hex"), let value = UInt32(hex, radix: 16),
            let scalar = Unicode.Scalar(value)
          {
            content.parts.append(.text(String(Character(scalar))))
          }
        case "mrk", "sm":
          content.takeComment(&xml)
          if xml.name == "mrk", xml.depth == outside + 2, content.parts.isEmpty,
            xml.attribute("translate") == "no"
          {
            content.isLocked = true
          }
        // Paired codes are passed through, and the points of spanning ones stand for nothing.
        case "pc", "sc", "ec", "em": break
        default: try xml.skip()
        }
      case .finish, .end: break
      }
    }
    return content
  }
}
