import MujazCore

/// Why what may open a quotation does or does not.
extension JSONWriter {
  /// An explanation as an object.
  mutating func explanation(_ text: Span<UInt8>, _ explanation: QuoteExplanation) {
    beginObject()
    member("form", word: explanation.form.rawValue)
    span("cue", text, explanation.cue)
    member("quotation", explanation.refusal == nil)
    if let refusal = explanation.refusal {
      member("reason", word: refusal.rawValue)
    } else {
      null("reason")
    }
    if let subject = explanation.subject {
      beginObject("subject")
      span(text, subject.range)
      member("name", text, optional: subject.name)
      member("role", text, optional: subject.role)
      member("rule", word: subject.end.rawValue)
      endObject()
    } else {
      null("subject")
    }
    if let complement = explanation.complement {
      beginObject("complement")
      member("kind", word: complement.kind.rawValue)
      member("offset", complement.offset)
      endObject()
    } else {
      null("complement")
    }
    if let clause = explanation.clause {
      beginObject("clause")
      place(clause.range)
      member("rule", word: clause.end.rawValue)
      endObject()
    } else {
      null("clause")
    }
    member("canonical", text, optional: explanation.speaker)
    if let resolution = explanation.resolution {
      member("resolution", word: resolution.rawValue)
    } else {
      null("resolution")
    }
    endObject()
  }

  /// An explanation in a few lines: a verdict, a rule, and the text with `|` at the place.
  mutating func explanationLines(_ text: Span<UInt8>, _ explanation: QuoteExplanation) {
    columns(
      explanation.refusal == nil ? "quote" : "no",
      explanation.refusal?.rawValue ?? explanation.form.rawValue)
    context(text, around: explanation.offset)
    raw("\n")
    if let subject = explanation.subject {
      columns("  subject", subject.end.rawValue)
      context(text, around: subject.range.end, floor: subject.range.start)
      raw("\n")
      line("  name", text, subject.name)
      line("  role", text, subject.role)
    }
    if let complement = explanation.complement {
      columns("  governs", complement.kind.rawValue)
      context(text, around: complement.offset, floor: explanation.offset)
      raw("\n")
    }
    if let clause = explanation.clause {
      columns("  clause", clause.end.rawValue)
      context(text, around: clause.range.end, floor: clause.range.start)
      raw("\n")
    }
    line("  speaker", text, explanation.speaker, by: explanation.resolution?.rawValue ?? "")
  }

  private mutating func columns(_ verdict: String, _ rule: String) {
    bytes.append(verdict.padded(to: 11))
    bytes.append(rule.padded(to: 26))
  }

  /// A range of the text in a line of its own; none for nothing.
  private mutating func line(
    _ name: String, _ text: Span<UInt8>, _ range: TextRange?, by rule: String = ""
  ) {
    guard let range else { return }
    columns(name, rule)
    line(text, range)
    raw("\n")
  }
}
