import MujazCore

/// What `brief` writes.
extension RecordSchema {
  static var brief: RecordSchema {
    RecordSchema(
      command: "brief", version: "1.1", name: "Brief",
      description: "An article's brief, as mujaz brief writes it.",
      members: [
        .id, .source, .optional("title", .string, "The headline, where there is one"),
        .optional("date", .string, "ISO 8601: a day or a moment, where the input states it"),
        .optional("site", .string), .optional("author", .string), .optional("url", .string),
        .language,
        Member(
          "brief", .string,
          "The brief as one paragraph; empty where there is none, which no_brief explains"),
        .optional(
          "no_brief", .object(noBrief), "Why there is no brief, which is no error of the input"),
        Member("sentences", .list(of: sentence)),
        Member(
          "insertions", .list(of: insertion),
          "What stands in square brackets in the brief and elsewhere in the article"),
        Member("quotes", .list(of: .quote), "The quotations that the brief's sentences hold"),
        .optional(
          "ranking", .list(of: ranked),
          "With --explain: every sentence that might have been chosen"),
      ], mayBeError: true)
  }

  private static var noBrief: [Member] {
    [
      Member(
        "reason", .choice(NoBrief.allCases.map(\.rawValue)),
        "empty: the text has no words; no_sentence: headings, captions, bylines and menus alone; rows: a table, a line-up, a list of prices, times or names; verdict: the text tells a claim that only the headline denies"
      ),
      Member("message", .string),
    ]
  }

  private static var sentence: ValueType {
    let type = ValueType.ranged(
      [Member("index", .count, "The sentence's number among the article's segments")],
      [
        Member("text", .filled), Member("score", .number),
        Member(
          "kept", .list(of: .ranged([])),
          "What of the sentence stands in the brief: all of it where nothing was left out"),
      ])
    return .named(NamedType(name: "Sentence", type: type))
  }

  private static var insertion: ValueType {
    let type = ValueType.ranged(
      [
        Member(
          "sentence", .count,
          "The place in sentences before which it stands, or behind which where it closes a quotation"
        ),
        Member("offset", .count, "The UTF-8 byte offset of the bracket in the brief"),
      ], [Member("text", .filled)])
    return .named(NamedType(name: "Insertion", type: type))
  }

  private static var ranked: ValueType {
    let type = ValueType.ranged(
      [Member("index", .count)],
      [
        Member("words", .count), Member("position", .number), Member("salience", .number),
        Member("centrality", .number), Member("title", .number), Member("score", .number),
        Member("leans", .boolean),
        .optional("adds", .object(adds), "What it adds to the lead, and of what"),
        .optional("choice", .choice(choices), "Why it is in or out"),
      ])
    return .named(NamedType(name: "Ranked", type: type))
  }

  private static var adds: [Member] {
    [
      Member("value", .number), Member("place", .count), Member("numbers", .count),
      Member("names", .count), Member("headline", .count), Member("claims", .boolean),
      Member("untold", .count), Member("points_back", .boolean),
    ]
  }

  private static let choices = [
    "lead", "adds", "quotation", "named", "leans", "unfinished", "fragment", "little", "repeats",
    "room",
  ]
}
