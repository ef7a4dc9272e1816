import MujazCore

/// Members of objects.
extension JSONWriter {
  @inline(__always)
  mutating func member(_ name: StaticString, _ value: Int) {
    member(name)
    integer(value)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    member(name)
    if value { raw("true") } else { raw("false") }
  }

  mutating func member(_ name: StaticString, _ value: String) {
    member(name)
    string(value)
  }

  /// A member whose value has nothing to escape.
  mutating func member(_ name: StaticString, word: String) {
    member(name)
    raw("\"")
    bytes.append(word)
    raw("\"")
  }

  /// A number to four decimals.
  mutating func member(_ name: StaticString, decimal value: Double) {
    member(name)
    decimal(value)
  }

  mutating func member(_ name: StaticString, _ text: Span<UInt8>, _ range: TextRange) {
    member(name)
    string(text, range)
  }

  /// A range of a text, null for none.
  mutating func member(_ name: StaticString, _ text: Span<UInt8>, optional range: TextRange?) {
    if let range { member(name, text, range) } else { null(name) }
  }

  mutating func null(_ name: StaticString) {
    member(name)
    raw("null")
  }

  /// `"start":…,"end":…` of a range.
  mutating func place(_ range: TextRange) {
    member("start", range.start)
    member("end", range.end)
  }

  /// `"text":…,"start":…,"end":…` of a range.
  mutating func span(_ text: Span<UInt8>, _ range: TextRange) {
    member("text", text, range)
    place(range)
  }

  /// An object with the text and the place of a range, null for none.
  mutating func span(_ name: StaticString, _ text: Span<UInt8>, _ range: TextRange?) {
    guard let range else { return null(name) }
    beginObject(name)
    span(text, range)
    endObject()
  }
}
