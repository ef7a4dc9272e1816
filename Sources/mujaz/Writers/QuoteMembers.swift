import MujazCore

extension JSONWriter {
  /// A quotation as an object.
  mutating func quote(_ text: Span<UInt8>, _ quote: Quote, context: Int = 0) {
    beginObject()
    member("kind", word: quote.kind.rawValue)
    place(quote.range)
    member("text", text, quote.range)
    if let speaker = quote.speaker {
      if let range = speaker.range {
        beginObject("speaker")
        span(text, range)
        member("canonical", text, speaker.canonical)
        endSpeaker(text, speaker)
      } else {
        null("speaker")
      }
      member("canonical", text, speaker.canonical)
      beginObject("attribution")
      span(text, speaker.canonical)
      endSpeaker(text, speaker)
    } else {
      null("speaker")
      null("canonical")
      null("attribution")
    }
    span("cue", text, quote.cue)
    member("negated", quote.isNegated)
    span("medium", text, quote.medium)
    member("confidence", word: quote.confidence.rawValue)
    member("segment", quote.segment)
    member("paragraph", quote.paragraph)
    if context > 0 {
      let around = text.context(of: quote.range, words: context)
      member("before", text, TextRange(start: around.start, end: quote.range.start))
      member("after", text, TextRange(start: quote.range.end, end: around.end))
    }
    endObject()
  }

  /// Somebody whom the article names, as an object.
  mutating func entity(_ text: Span<UInt8>, _ entity: NamedEntity) {
    beginObject()
    member("name", text, entity.name)
    member("kind", word: entity.kind.rawValue)
    beginArray("roles")
    for role in entity.roles { element(text, role) }
    endArray()
    beginArray("mentions")
    for mention in entity.mentions { element(text, mention) }
    endArray()
    endObject()
  }

  /// A range with its words, as an element of an array.
  private mutating func element(_ text: Span<UInt8>, _ range: TextRange) {
    beginObject()
    span(text, range)
    endObject()
  }

  /// What a speaker is, and the end of the object.
  private mutating func endSpeaker(_ text: Span<UInt8>, _ speaker: Speaker) {
    member("kind", word: speaker.kind.rawValue)
    member("role", text, optional: speaker.role)
    endObject()
  }
}
