import MujazInput
import MujazPlatform

/// Names of files, read from a file one after the other: there may be a million of them.
final class NameList {
  private let source: Source
  /// What ends a name.
  private let end: UInt8
  private var buffer = ByteBuffer()
  /// How much of it is behind us.
  private var used = 0
  private var isAtEnd = false

  /// No name is longer by far: what goes on beyond it is no list.
  private static let longest = 64 << 10

  /// `endsWithNUL`: names end with a NUL, not with their line.
  init(_ operand: String, endsWithNUL: Bool) throws(Failure) {
    source = try Source(operand: operand)
    end = endsWithNUL ? 0 : UInt8(ascii: "\n")
  }

  /// The next name, nil at the end. What the list names is always a file, also where it is called `-`.
  func next() throws(Failure) -> String? {
    while let name = try nextBytes() {
      guard !name.isEmpty else { continue }
      if name.contains(0) {
        throw bad("a name with a NUL in it: lists whose names end so are read with --null")
      }
      let string = Arguments.string(of: name)
      return string == "-" ? "./-" : string
    }
    return nil
  }

  private func nextBytes() throws(Failure) -> [UInt8]? {
    while true {
      let rest = UnsafeBufferPointer(rebasing: buffer.bytes[used...])
      let length = rest.firstIndex(of: end)
      if let length {
        used += length + 1
        return Array(rest[..<length])
      }
      if rest.count > Self.longest { throw bad("a name is longer than 64 kB") }
      if isAtEnd {
        used = buffer.count
        return rest.isEmpty ? nil : Array(rest)
      }
      buffer.removeFirst(used)
      used = 0
      isAtEnd = try source.read(into: &buffer, atMost: Self.longest) == 0
    }
  }

  private func bad(_ message: String) -> Failure {
    Failure(code: ExitCode.badData, message: "\(source.name): \(message)")
  }
}
