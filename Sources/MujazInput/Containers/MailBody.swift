/// What the sender wrote himself in the plain text of a message: without the lines of the message that he answers and without
/// his signature.
///
///     في 3 آذار 2026 كتبت هدى <huda@example.org>:     left out
///     > هل من جديد؟                                   left out
///     نعم، بدأ التشغيل.
///     --                                              left out, with what follows
struct MailBody {
  private var lines: [[UInt8]] = []
  /// Whether the last line goes on in the next (RFC 3676).
  private var isOpen = false
  private var isBehindQuotation = false

  /// The text. Linear.
  static func own(
    _ text: UnsafeBufferPointer<UInt8>, isFlowed: Bool, deletesSpace: Bool
  ) -> [UInt8] {
    var body = MailBody()
    var lines = ByteLines(text)
    while let line = lines.next() {
      if line.elementsEqual("-- ".utf8) { break }
      body.add(line, isFlowed: isFlowed, deletesSpace: deletesSpace)
    }
    while let last = body.lines.last, isBlank(last) { body.lines.removeLast() }
    let start = body.lines.firstIndex { !isBlank($0) } ?? 0
    return Array(body.lines[start...].joined(separator: [0x0A]))
  }

  private mutating func add(
    _ line: UnsafeBufferPointer<UInt8>, isFlowed: Bool, deletesSpace: Bool
  ) {
    if line.first == UInt8(ascii: ">") {
      if !isBehindQuotation { dropAttribution() }
      isBehindQuotation = true
      isOpen = false
      return
    }
    isBehindQuotation = isBehindQuotation && Self.isBlank(line)
    var rest = line[...]
    // A space before a line keeps mail programs from taking it for something else.
    if isFlowed, rest.first == 0x20 { rest = rest.dropFirst() }
    let goesOn = isFlowed && rest.last == 0x20
    if goesOn, deletesSpace { rest = rest.dropLast() }
    if isOpen {
      lines[lines.count - 1].append(contentsOf: rest)
    } else {
      lines.append(Array(rest))
    }
    isOpen = goesOn
  }

  /// Drops the line, or the two, that say whose words are quoted behind them: they end in a colon and hold an address or a
  /// day.
  private mutating func dropAttribution() {
    let end = lines.lastIndex { !Self.isBlank($0) }
    guard let end, lines[end].last(where: { $0 > 0x20 }) == UInt8(ascii: ":") else { return }
    if Self.names(lines[end]) {
      lines.removeSubrange(end...)
    } else if end > 0, Self.names(lines[end - 1]) {
      lines.removeSubrange((end - 1)...)
    }
  }

  private static func names(_ line: [UInt8]) -> Bool {
    line.contains(UInt8(ascii: "@"))
      || String(decoding: line, as: UTF8.self).contains { $0.isNumber }
  }

  private static func isBlank(_ line: some Sequence<UInt8>) -> Bool {
    line.allSatisfy { $0 <= 0x20 }
  }
}
