import CSystem
import Glibc
import MujazInput

/// What the system's last error says, as a phrase.
func systemError(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }

/// Writes all bytes to a descriptor. A reader that has gone away ends the program without a word.
func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(Failure) {
  var rest = bytes
  while !rest.isEmpty {
    let count = write(descriptor, rest.baseAddress, rest.count)
    if count >= 0 {
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      continue
    }
    switch errno {
    case EINTR: continue
    case EAGAIN:
      var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = Glibc.poll(&poll, 1, -1)
    case EPIPE:
      // SIGPIPE was ignored by whoever started us; its default is to end here.
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
      exit(141)
    default: throw Failure(code: ExitCode.ioError, message: "cannot write: \(systemError())")
    }
  }
}

/// Writes all bytes to a descriptor.
func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) throws(Failure) {
  var failure: Failure?
  bytes.withUnsafeBytes { buffer in
    do throws(Failure) { try writeAll(descriptor, buffer) } catch { failure = error }
  }
  if let failure { throw failure }
}

/// Writes a line to standard error; nobody can be told if that fails.
func warn(_ message: String) {
  try? writeAll(STDERR_FILENO, Array(diagnostic(message).utf8))
}

/// A file or standard input that is being read.
final class Source {
  /// The operand as it was given, for messages and ids.
  let name: String
  private let descriptor: Int32
  /// Set where the input is compressed.
  private var inflater: Inflater?
  /// What is wrong with compressed data, found while it was read.
  private(set) var damage: InputError?

  /// A file that is taken as a whole, or a line, inflates to no more.
  static let largestInflated = 256 << 20

  /// Opens an operand, `-` for standard input.
  init(operand: String) throws(Failure) {
    name = operand
    guard operand != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    let path = Arguments.bytes(of: operand)
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw Failure(code: ExitCode.noInput, message: "\(operand): \(systemError())")
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw Failure(code: ExitCode.noInput, message: "\(operand): \(systemError(EISDIR))")
    }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The size of a regular file when it was opened, as a hint.
  private(set) lazy var size: Int? = {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }()

  var isCompressed: Bool { inflater != nil }

  /// Takes what was read so far as the beginning of gzip data; from now on what is read is inflated.
  func inflate(_ head: [UInt8]) {
    inflater = Inflater(head)
  }

  /// How much to ask for: no more than a regular file can still have, so that small files cost little room.
  func nextRead(behind count: Int, _ chunk: Int) -> Int {
    guard inflater == nil, let size, size >= count else { return chunk }
    return min(chunk, size - count + 1)
  }

  /// Reads up to `count` bytes, whatever has come in: appends them and returns how many, 0 at the end.
  func read(into buffer: inout [UInt8], count: Int) throws(Failure) -> Int {
    guard let inflater else { return try readRaw(into: &buffer, count: count) }
    let old = buffer.count
    while buffer.count == old, damage == nil {
      if inflater.inflate(into: &buffer, room: count) == .damaged {
        damage = InputError(.unsupportedFormat, "gzip data that is damaged")
      } else if inflater.isBomb {
        damage = InputError(.tooLarge, "gzip data that inflates to more than 200 times its size")
      }
      guard buffer.count == old, damage == nil else { break }
      var raw: [UInt8] = []
      guard try readRaw(into: &raw, count: count) > 0 else {
        if inflater.isOpen {
          damage = InputError(.unsupportedFormat, "gzip data that ends too early")
        }
        break
      }
      inflater.append(raw)
    }
    return buffer.count - old
  }

  private func readRaw(into buffer: inout [UInt8], count: Int) throws(Failure) -> Int {
    let old = buffer.count
    var result = 0
    buffer.reserveCapacity(old + count)
    // Appended as zeroes by memset and then overwritten: cheaper than a second copy.
    buffer.append(contentsOf: repeatElement(0, count: count))
    while true {
      result = buffer.withUnsafeMutableBytes { bytes in
        Glibc.read(descriptor, bytes.baseAddress?.advanced(by: old), count)
      }
      if result >= 0 || errno != EINTR { break }
    }
    buffer.removeLast(count - max(0, result))
    if result < 0 {
      let code = errno == EISDIR ? ExitCode.noInput : ExitCode.ioError
      throw Failure(code: code, message: "\(name): cannot read: \(systemError())")
    }
    return result
  }
}

/// Inflates what is read of a compressed input.
private final class Inflater {
  private let reader: GzipReader?
  private var input: ArraySlice<UInt8>
  /// Whether a member has begun that has not ended.
  private(set) var isOpen = false
  private var taken = 0
  private var given = 0

  /// Whether more has come out than text and pages ever do: they inflate to ten or twenty times their size.
  var isBomb: Bool { given > 32 << 20 && given > 200 * taken }

  init(_ head: [UInt8]) {
    reader = GzipReader()
    input = head[...]
  }

  func append(_ bytes: [UInt8]) { input = input.isEmpty ? bytes[...] : input + bytes }

  func inflate(into buffer: inout [UInt8], room: Int) -> GzipReader.Status {
    guard let reader else { return .damaged }
    // What stands behind the last member is padding.
    if !isOpen, input.first == 0 { input = [] }
    let before = buffer.count
    let (used, status) = reader.inflate(input, into: &buffer, room: room)
    taken += used
    given += buffer.count - before
    if used > 0 { isOpen = true }
    if status == .memberEnd { isOpen = false }
    input = input.dropFirst(used)
    return status
  }
}

extension Source {
  /// The whole of a small file that an option names: a list, a set of rules.
  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    let source = try Source(operand: path)
    var bytes: [UInt8] = []
    while try source.read(into: &bytes, count: 64 << 10) > 0 {}
    return bytes
  }

  /// The same as text.
  static func text(of path: String) throws(Failure) -> String {
    guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
      throw Failure(code: ExitCode.badData, message: "\(path): not UTF-8")
    }
    return text
  }
}
