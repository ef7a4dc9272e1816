/// What `segment` and `text` write.
extension RecordSchema {
  static var segment: RecordSchema {
    RecordSchema(
      command: "segment", version: "1.1", name: "Segments",
      description: "An article's segments, as mujaz segment writes them.",
      members: [
        .id, .source, Member("segments", .list(of: part)),
        .optional(
          "decisions", .list(of: decision),
          "With --explain: every place that might end a segment"),
      ], mayBeError: true)
  }

  private static var part: ValueType {
    let roles = ["headline", "body", "question", "caption", "byline", "other"]
    let type = ValueType.ranged(
      [Member("index", .count)],
      [Member("paragraph", .count), Member("role", .choice(roles)), Member("text", .filled)])
    return .named(NamedType(name: "Segment", type: type))
  }

  private static var decision: ValueType {
    .object([Member("offset", .offset), Member("boundary", .boolean), Member("rule", .string)])
  }

  static var text: RecordSchema {
    RecordSchema(
      command: "text", version: "1.1", name: "Text",
      description: "A clean article, as mujaz text writes it.",
      members: [
        .id,
        .optional(
          "source", .string,
          "What offsets of the other commands count in, where the input was a file"),
        Member("title", .nullable(.string), "The headline, where there is one"),
        Member("paragraphs", .list(of: .filled)),
        Member(
          "metadata", .object(metadata),
          "What the input states of the article, and what was put right in it"),
        Member("encoding", .string, "The charset of the input"),
      ], mayBeError: true)
  }

  private static var metadata: [Member] {
    [
      .optional("headline", .string), .optional("author", .string),
      .optional("date", .string, "ISO 8601: a day or a moment"), .optional("site", .string),
      .optional("url", .string), .language, .optional("section", .string),
      .optional("page", .page, "Of a web page: what it is, and how sure that is"),
      Member("repairs", .list(of: .choice(repairs))),
    ]
  }

  private static let repairs = [
    "truncated_tail", "invalid_bytes", "nul_bytes", "mojibake", "presentation_forms",
    "visual_order", "malformed_xml", "double_escaping", "stray_marks",
  ]
}
