internal import CXML

/// Markup as libxml2's parsers report it: events over one text, which both live as long as the tape.
struct Tape: ~Copyable {
  private let tape: UnsafeMutablePointer<cxml_tape>
  let events: UnsafeBufferPointer<cxml_tape_event>
  let text: UnsafeBufferPointer<UInt8>
  /// Whether an XML document is not well-formed, or nested too deep to be read to its end.
  var isBroken: Bool { tape.pointee.is_broken }

  /// A web page in UTF-8. Nil where memory runs out.
  init?(page bytes: UnsafeBufferPointer<UInt8>) {
    self.init(bytes.baseAddress.flatMap { cxml_read_html($0, bytes.count) })
  }

  /// An XML document in UTF-8. Nil where memory runs out.
  init?(document bytes: UnsafeBufferPointer<UInt8>) {
    self.init(bytes.baseAddress.flatMap { cxml_read_document($0, bytes.count) })
  }

  init?(document bytes: [UInt8]) {
    self.init(
      bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.flatMap { cxml_read_document($0, buffer.count) }
      })
  }

  private init?(_ tape: UnsafeMutablePointer<cxml_tape>?) {
    guard let tape else { return nil }
    self.tape = tape
    events = UnsafeBufferPointer(start: tape.pointee.events, count: tape.pointee.event_count)
    text = UnsafeBufferPointer(start: tape.pointee.text, count: tape.pointee.text_count)
  }

  deinit { cxml_tape_free(tape) }

  /// The text of an event, or the value of an attribute.
  func bytes(of event: cxml_tape_event) -> UnsafeBufferPointer<UInt8> {
    let start = Int(event.start)
    return UnsafeBufferPointer(rebasing: text[start..<(start + Int(event.count))])
  }
}
