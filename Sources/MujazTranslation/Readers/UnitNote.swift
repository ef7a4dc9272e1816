/// A note of XLIFF 2 as it is read: it stands beside the segments of a unit.
struct UnitNote {
  var id: String
  /// What it is about, where it is one of ours.
  var category: Note.Category?
  var text: String

  /// The notes of the element that has just begun.
  static func list(_ xml: inout XMLEvents) throws(PackageError) -> [UnitNote] {
    var notes: [UnitNote] = []
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      guard xml.isElement("note", in: .xliff2) else {
        try xml.skip()
        continue
      }
      let isOurs = xml.attribute("appliesTo") == "source" && xml.attribute("priority") == "2"
      var note = UnitNote(id: xml.attribute("id") ?? "", text: "")
      if isOurs {
        note.category = xml.attribute("category").flatMap { Note.Category(rawValue: $0) }
      }
      note.text = try xml.content()
      notes.append(note)
    }
    return notes
  }

  /// The sentence that the text names, from 0, and what it says of it: `Sentence 2: …`.
  fileprivate var parts: (segment: Int?, text: String) {
    let beginning = "Sentence "
    guard text.hasPrefix(beginning), let colon = text.firstIndex(of: ":"),
      let number = Int(text[..<colon].dropFirst(beginning.count)), number > 0
    else { return (nil, text) }
    return (number - 1, String(text[colon...].dropFirst().drop { $0 == " " }))
  }
}

extension BilingualUnit {
  /// Takes notes, ours and those of the translator, which belong to the segment that they name, stand in or are pointed at from; else to the
  /// first.
  mutating func take(
    _ notes: [UnitNote],
    _ pieces: [(notes: [UnitNote], source: InlineContent, target: InlineContent?)]
  ) {
    var remarks = [Remarks](repeating: Remarks(), count: segments.count)
    var owners: [String: Int] = [:]
    for (index, piece) in pieces.enumerated() {
      for note in piece.notes { remarks[index].add(note.text) }
      for content in [piece.source, piece.target].compactMap(\.self) {
        for comment in content.comments { remarks[index].add(comment) }
        for id in content.noteIDs { owners[id] = owners[id] ?? index }
      }
    }
    for note in notes {
      let (named, text) = note.parts
      let segment = named.flatMap { $0 < segments.count ? $0 : nil }
      if let category = note.category {
        self.notes.append(Note(category, segment: segment, text.asOneLine))
      } else if !segments.isEmpty {
        let owner = segment ?? owners[note.id] ?? 0
        remarks[owner].add(segment == nil ? note.text : text)
      }
    }
    for index in segments.indices { segments[index].take(remarks[index]) }
  }
}

extension InlineContent {
  /// Takes what a mark says that has just begun: a comment of its own, or one among the notes (`#n=ID`).
  mutating func takeComment(_ xml: inout XMLEvents) {
    guard xml.attribute("type") == "comment" else { return }
    if let value = xml.attribute("value") { comments.append(value) }
    guard let reference = xml.attribute("ref"), reference.hasPrefix("#n=") else { return }
    noteIDs.append(String(reference.dropFirst(3)))
  }
}
