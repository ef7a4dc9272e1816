/// What the commands on translation packages write.
extension RecordSchema {
  static var check: RecordSchema {
    RecordSchema(
      command: "check", version: "1.0", name: "Check",
      description: "What mujaz check --format json has found in a package.",
      members: [
        Member("id", .string, "The file's path"), Member("errors", .count),
        Member("warnings", .count), Member("notes", .count), Member("findings", .list(of: finding)),
      ], mayBeError: false)
  }

  private static var finding: ValueType {
    .named(
      NamedType(
        name: "Finding",
        type: .object([
          Member("severity", .choice(["error", "warning", "note"])),
          Member("rule", .string, "The family of the check"),
          Member("document", .string, "What the document was made of"),
          Member("segment", .string, "The segment's id; empty where a unit or the file is meant"),
          Member(
            "line", .count,
            "The line of the file, in DOCX the row of the table, 0 where none can be named"),
          Member("message", .string), Member("source", .string), Member("target", .string),
        ])))
  }

  static var stats: RecordSchema {
    RecordSchema(
      command: "stats", version: "1.0", name: "Stats",
      description: "An analysis, as mujaz stats --format json writes it.",
      members: [
        Member("documents", .list(of: .object([Member("id", .string)] + analysis))),
        Member("total", .object(analysis)),
      ], mayBeError: false)
  }

  private static var analysis: [Member] {
    [
      Member("all", amount), Member("characters_without_spaces", .count),
      Member(
        "bands", .map(to: amount),
        "repetition, 101 (the same neighbours too), 100, 95-99, 85-94, 75-84, 50-74, new"),
      .optional(
        "statuses", .map(to: amount), "Of packages: missing, copied, fuzzy, translated, omitted"),
    ]
  }

  private static var amount: ValueType {
    .named(
      NamedType(
        name: "Amount", key: "amount",
        type: .object([
          Member("segments", .count),
          Member("words", .count, "Runs of letters, digits and marks"),
          Member("characters", .count, "Grapheme clusters, with spaces"),
        ])))
  }
}
