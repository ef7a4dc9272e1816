import MujazInput
import MujazPlatform

/// Cuts a JSON document, an array of objects or objects one behind the other over as many lines as they like, into lines of
/// JSON, one an element, as soon as an element is whole.
///
/// Linear: a byte is looked at once. Only what parts elements is read here; what an element holds is the parser's business.
final class ElementCutter: Cutter {
  let source: Source
  /// What was read and not looked at yet.
  private var rest: ByteBuffer
  private var isAtEnd = false
  private let limit: SizeLimit
  /// The beginning of an element whose end has not come in.
  private var open = ByteBuffer()
  /// The number of the element that comes next.
  private var number = 1
  private var state = ElementState()
  /// What is told when the elements that were found before it are gone.
  private var refusal: InputError?

  init(_ source: Source, _ head: consuming ByteBuffer, _ limit: SizeLimit) {
    self.source = source
    rest = head
    if rest.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    self.limit = source.capped(limit)
  }

  func next(into input: inout ByteBuffer) throws(Failure) -> Work? {
    input.removeAll()
    swap(&input, &open)
    while true {
      if let refusal {
        self.refusal = nil
        isAtEnd = true
        rest.removeAll()
        input.removeAll()
        return .lost(refusal, Failure(refusal, at: source.name), source: source.name)
      }
      let found = read(into: &input)
      if found.count > 0 { return elements(&input, found.count, end: found.end) }
      if refusal != nil { continue }
      if input.count > limit.bytes {
        refusal = InputError(.tooLarge, "element \(number) is longer than \(limit)")
        continue
      }
      if isAtEnd {
        // Behind compressed data that is cut off an element is no element: what is wrong is told of the data.
        guard source.damage == nil else { return nil }
        if !input.isEmpty {
          input.append(UInt8(ascii: "\n"))
          state = ElementState()
          return elements(&input, 1, end: input.count)
        }
        if state.isInArray { refusal = InputError(.invalidJSON, "not JSON: the array has no end") }
        state = ElementState()
        if refusal == nil { return nil }
        continue
      }
      isAtEnd = try source.read(into: &rest, atMost: Reader.chunk) == 0
    }
  }

  /// Hands the elements on that end before an offset, and keeps what stands behind it.
  private func elements(_ input: inout ByteBuffer, _ count: Int, end: Int) -> Work {
    defer { number += count }
    open.append(contentsOf: UnsafeBufferPointer(rebasing: input.bytes[end...]))
    input.removeAll(from: end)
    input.pad(RecordParser.padding)
    return .lines(first: number, limit: limit, source: source.name, unit: .element)
  }

  /// Moves what has come in to `input`, each element ended by a line feed; how many ended, and the offset behind the last.
  private func read(into input: inout ByteBuffer) -> (count: Int, end: Int) {
    var found = (count: 0, end: 0)
    input.reserve(input.count + rest.count + 1)
    for byte in rest.bytes {
      switch state.step(byte) {
      case .between: break
      case .inside(let byte): input.append(byte)
      case .end(let last):
        if let last { input.append(last) }
        input.append(UInt8(ascii: "\n"))
        found = (found.count + 1, input.count)
      case .wrong(let message):
        refusal = InputError(.invalidJSON, "not JSON: \(message)")
        rest.removeAll()
        return found
      }
    }
    rest.removeAll()
    return found
  }
}

/// Where a byte stands in a JSON document: in an element, or between two.
struct ElementState {
  private enum Place {
    /// Before the array or an object.
    case outside
    /// In the array, where an element may begin; at its first it may also end.
    case before, first
    /// Behind an element of the array.
    case behind
    /// Behind the array.
    case done
    /// In an element that is an object or an array, or another value.
    case nested, plain
  }

  enum Step {
    case between
    /// A byte of an element.
    case inside(UInt8)
    /// The end of an element, with its last byte.
    case end(UInt8?)
    case wrong(String)
  }

  private var place = Place.outside
  private(set) var isInArray = false
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  mutating func step(_ byte: UInt8) -> Step {
    switch place {
    case .nested: return nested(byte)
    case .plain: return plain(byte)
    default: break
    }
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return .between }
    switch (place, byte) {
    case (.outside, UInt8(ascii: "[")):
      isInArray = true
      place = .first
      return .between
    case (.outside, UInt8(ascii: "{")), (.before, _): return begin(byte)
    case (.first, UInt8(ascii: "]")), (.behind, UInt8(ascii: "]")):
      isInArray = false
      place = .done
      return .between
    case (.first, _): return begin(byte)
    case (.behind, UInt8(ascii: ",")):
      place = .before
      return .between
    case (.behind, _): return .wrong("a comma or the end of the array is missing")
    case (.outside, _): return .wrong("an array of objects or an object is expected")
    default: return .wrong("text behind the array")
    }
  }

  private mutating func begin(_ byte: UInt8) -> Step {
    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
      return .wrong("an element of the array is missing")
    }
    place = .plain
    return plain(byte)
  }

  /// A byte of a value outside of which a comma or a bracket ends it.
  private mutating func plain(_ byte: UInt8) -> Step {
    if !isInString, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
      place = .behind
      // What ends the value is read for itself, too.
      if case .wrong(let message) = step(byte) { return .wrong(message) }
      return .end(nil)
    }
    place = .plain
    let isOpening = !isInString && (byte == UInt8(ascii: "{") || byte == UInt8(ascii: "["))
    if isOpening { place = .nested }
    return nested(byte)
  }

  private mutating func nested(_ byte: UInt8) -> Step {
    if isInString {
      let wasEscaped = isEscaped
      isEscaped = !wasEscaped && byte == UInt8(ascii: "\\")
      if !wasEscaped, byte == UInt8(ascii: "\"") { isInString = false }
      // A line feed that is not escaped stays an error, and must not end the line.
      return .inside(byte == 0x0A ? 0x01 : byte)
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth <= 0 {
        depth = 0
        place = isInArray ? .behind : .outside
        return .end(byte)
      }
    case 0x0A, 0x0D: return .inside(0x20)
    default: break
    }
    return .inside(byte)
  }
}
