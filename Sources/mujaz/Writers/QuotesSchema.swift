import MujazCore

/// What `quotes` writes.
extension RecordSchema {
  static var quotes: RecordSchema {
    RecordSchema(
      command: "quotes", version: "1.1", name: "Quotes",
      description: "An article's quotations, as mujaz quotes writes them.",
      members: [
        .id, .source, Member("quotes", .list(of: .quote)),
        .optional("people", .list(of: entity), peopleNote),
        .optional(
          "explanations", .list(of: explanation),
          "With --explain: every word that may open a quotation, and what was made of it"),
      ], mayBeError: true)
  }

  private static let peopleNote = """
    With --format json: every person, body and document that the article names, in the order of the first mention
    """

  private static var entity: ValueType {
    .named(
      NamedType(
        name: "Entity",
        type: .object([
          Member("name", .filled, "The fullest mention"),
          Member("kind", .choice(["person", "body", "document"])),
          Member("roles", .list(of: .place), "What it is, in the order told"),
          Member("mentions", .list(of: .place, atLeast: 1)),
        ])))
  }

  private static var explanation: ValueType {
    .named(
      NamedType(
        name: "Explanation",
        type: .object([
          Member("form", .choice(forms), formNote), Member("cue", .nullable(.place)),
          Member("quotation", .boolean),
          Member("reason", .nullable(.string), "Why it is none"),
          Member(
            "subject", .nullable(subject),
            "The phrase that names the speaker, and the rule that ended it"),
          Member(
            "complement", .nullable(complement), "What the cue governs: where that begins"),
          Member(
            "clause", .nullable(.ranged([], [Member("rule", .string)])),
            "What is said, and the rule that ended it"),
          Member("canonical", .nullable(.string), "The fullest mention of the speaker"),
          Member(
            "resolution", .nullable(.choice(SpeakerResolution.allCases.map(\.rawValue))),
            "By what it is known who that is"),
        ])))
  }

  private static let forms = [
    "verb", "participle", "noun", "source", "text", "marks", "headline", "answer",
  ]

  private static let formNote = """
    What may open a quotation: a verb, its participle or noun, a source behind a preposition, the announcement of a \
    text, marks, a headline, an answer in an interview
    """

  private static var subject: ValueType {
    .ranged(
      [Member("text", .string)],
      [
        Member("name", .nullable(.string)), Member("role", .nullable(.string)),
        Member("rule", .string),
      ])
  }

  private static var complement: ValueType {
    .object([Member("kind", .choice(["clause", "colon", "marks"])), Member("offset", .offset)])
  }
}
