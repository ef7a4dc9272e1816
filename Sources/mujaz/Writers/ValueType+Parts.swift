import MujazInput

/// What the records of several commands have in common.
extension ValueType {
  /// The record's id.
  static let id = ValueType.named(
    NamedType(
      name: "Id", key: "id",
      description: "The record's id as it came in, or the file's path", type: .scalar))

  /// A place in the text.
  static let offset = ValueType.named(
    NamedType(
      name: "Offset", key: "offset", description: "A UTF-8 byte offset into the article's text",
      type: .count))

  /// What stands in the place of a record that is no article.
  static let error = ValueType.named(
    NamedType(
      name: "ErrorRecord", key: "error",
      description: "What stands in the place of input that is no article",
      type: .object([Member("id", .id), Member("error", .cause)])))

  /// Why it is none.
  static let cause = ValueType.object([
    Member("code", .code), Member("message", .string),
    .optional("page", .page, "Of a web page: what it is instead, and how sure that is"),
    .optional("line", .count, "Of JSON Lines: the line of the input, from 1"),
  ])

  /// What a web page is.
  static let page = ValueType.object([
    Member("kind", .choice(PageVerdict.Kind.allCases.map(\.rawValue))),
    Member(
      "confidence", .choice(PageVerdict.Confidence.allCases.map(\.rawValue)),
      "high: the page says so itself and shows nothing else; medium: by what it shows alone; low: it says one thing and shows another"
    ),
  ])

  /// An object with a range of the text among its members.
  static func ranged(_ head: [Member], _ tail: [Member] = []) -> ValueType {
    .object(head + [Member("start", .offset), Member("end", .offset)] + tail)
  }

  /// A range of the text with its words.
  static let place = ValueType.named(
    NamedType(
      name: "Place", description: "A range of the article's text with its words",
      type: .ranged([Member("text", .string)])))

  private static let speakerKind = ValueType.choice(["person", "body", "document", "unnamed"])

  private static let speaker = ValueType.ranged(
    [Member("text", .string)],
    [
      Member("canonical", .string), Member("kind", speakerKind), Member("role", .nullable(.string)),
    ])

  private static let attribution = ValueType.ranged(
    [Member("text", .string)],
    [Member("kind", speakerKind), Member("role", .nullable(.string))])

  /// A quotation, as `quotes` and `brief` write it.
  static let quote = ValueType.named(
    NamedType(
      name: "Quote",
      type: .ranged(
        [Member("kind", .choice(["direct", "indirect", "mixed"]))],
        [
          Member("text", .filled),
          Member(
            "speaker", .nullable(speaker),
            "The words of the sentence that name the speaker; null where the verb has no subject"),
          Member(
            "canonical", .nullable(.string),
            "The fullest mention of the speaker, also where the verb has no subject"),
          Member("attribution", .nullable(attribution), "The place of that mention"),
          Member("cue", .nullable(.place), "The verb, participle or source that opens it"),
          Member("negated", .boolean, "The cue denies what is said"),
          Member("medium", .nullable(.place), "The agency or the paper that is named for it"),
          Member("confidence", .choice(["high", "medium", "low"]), confidence),
          Member("segment", .count), Member("paragraph", .count),
          .optional("before", .string, "With --context"),
          .optional("after", .string, "With --context"),
        ])))

  private static let confidence = """
    high: named in the sentence and surely somebody; medium: a title or surname alone, or somebody sure of the \
    paragraph; low: else, or nobody
    """
}
