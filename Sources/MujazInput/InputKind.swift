/// What the bytes of an input hold.
public enum InputKind: String, Sendable, CaseIterable {
  /// One article as plain text.
  case text
  /// One article a line, each a JSON object.
  case jsonLines = "jsonl"

  /// Decides by content: JSON Lines begin with an object, that is with `{` and then `"` or `}`. An Arabic headline
  /// in curly brackets ({النصرة} تواصل…) does not.
  public init(sniffing bytes: UnsafeBufferPointer<UInt8>) {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func skipSpace() {
      while index < bytes.count, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) {
        index += 1
      }
    }
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else {
      self = .text
      return
    }
    index += 1
    skipSpace()
    let isObject =
      index < bytes.count
      && (bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "}"))
    self = isObject ? .jsonLines : .text
  }
}
