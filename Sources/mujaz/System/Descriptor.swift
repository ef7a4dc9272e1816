import CSystem
import MujazInput
import MujazPlatform

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
    case EAGAIN: wait(for: POLLOUT, of: descriptor)
    case EPIPE:
      // SIGPIPE was ignored by whoever started us; its default is to end here.
      csys_terminal_restore()
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
      exit(141)
    default: throw Failure(code: ExitCode.ioError, message: "cannot write: \(systemError())")
    }
  }
}

/// Waits until a descriptor that does not block by itself can be read or written.
private func wait(for event: Int32, of descriptor: Int32) {
  var poll = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  _ = MujazPlatform.poll(&poll, 1, -1)
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
  private let isTerminal: Bool
  /// Whether the end was met: on a terminal the next read would wait for it to be typed again.
  private var hasEnded = false
  /// Set where the input is compressed.
  private var inflater: Inflater?
  /// What is wrong with compressed data, found while it was read.
  private(set) var damage: InputError?

  /// A file that is taken as a whole, or a line, inflates to no more.
  private static let largestInflated = 256 << 20

  /// What the limit of a file or a record comes to here.
  func capped(_ limit: SizeLimit) -> SizeLimit {
    isCompressed ? limit.capped(at: Self.largestInflated) : limit
  }

  /// Opens an operand, `-` for standard input. Where it can be one of many, a folder is answered with what to give instead.
  init(operand: String, isOneOfMany: Bool = false) throws(Failure) {
    name = operand
    guard operand != "-" else {
      descriptor = STDIN_FILENO
      isTerminal = isatty(STDIN_FILENO) != 0
      return
    }
    let path = Arguments.bytes(of: operand)
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      let reason =
        errno == ENOENT && WebAddress.isOne(operand)
        ? WebAddress.advice(operand, command: nil) : systemError()
      throw Failure(code: ExitCode.noInput, message: "\(operand): \(reason)")
    }
    var status = stat()
    let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
    isTerminal = kind == S_IFCHR && isatty(descriptor) != 0
    if kind == S_IFDIR {
      close(descriptor)
      let reason = isOneOfMany ? FolderName.advice(operand) : systemError(EISDIR)
      throw Failure(code: ExitCode.noInput, message: "\(operand): \(reason)")
    }
  }

  deinit {
    if isTerminal { csys_terminal_restore() }
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The size of a regular file when it was opened, as a hint.
  private(set) lazy var size: Int? = {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }()

  var isCompressed: Bool { inflater != nil }

  /// Takes what was read so far as the beginning of gzip data; from now on what is read is inflated.
  func inflate(_ head: UnsafeBufferPointer<UInt8>) {
    inflater = Inflater(head)
  }

  /// Reads whatever has come in, as much as there is room for at most; gives how much, 0 at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    guard let inflater else { return try readRaw(into: room) }
    while damage == nil {
      let (written, status) = inflater.inflate(into: room)
      if status == .damaged {
        damage = InputError(.unsupportedFormat, "gzip data that is damaged")
      } else if status == .outOfMemory {
        damage = InputError.outOfMemory
      } else if inflater.isBomb {
        damage = InputError(.tooLarge, "gzip data that inflates to more than 200 times its size")
      }
      if written > 0 { return written }
      guard damage == nil, try inflater.refill(readRaw) == 0 else { continue }
      if inflater.isOpen {
        damage = InputError(.unsupportedFormat, "gzip data that ends too early")
      }
      break
    }
    return 0
  }

  /// Reads whatever has come in behind what a buffer has, up to `most` bytes; gives how many, 0 at the end.
  func read(into buffer: inout ByteBuffer, atMost most: Int) throws(Failure) -> Int {
    try buffer.append(atMost: most) { (room) throws(Failure) in try read(into: room) }
  }

  private func readRaw(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    guard let start = room.baseAddress, room.count > 0 else { return 0 }
    while !hasEnded {
      let result =
        isTerminal
        ? csys_terminal_read(descriptor, start, room.count)
        : MujazPlatform.read(descriptor, start, room.count)
      if result > 0 { return result }
      if result == 0 { break }
      if errno == EINTR { continue }
      if errno == EAGAIN {
        wait(for: POLLIN, of: descriptor)
        continue
      }
      let code = errno == EISDIR ? ExitCode.noInput : ExitCode.ioError
      throw Failure(code: code, message: "\(name): cannot read: \(systemError())")
    }
    hasEnded = true
    return 0
  }
}

/// Inflates what is read of a compressed input.
private final class Inflater {
  private static let chunk = 64 << 10

  private let reader: GzipReader?
  /// Compressed data that came in, of which the first bytes have been inflated.
  private var input = ByteBuffer()
  private var used = 0
  /// Whether a member has begun that has not ended.
  private(set) var isOpen = false
  private var taken = 0
  private var given = 0

  /// Whether more has come out than text and pages ever do: they inflate to ten or twenty times their size.
  var isBomb: Bool { given > 32 << 20 && given > 200 * taken }

  init(_ head: UnsafeBufferPointer<UInt8>) {
    reader = GzipReader()
    input.append(contentsOf: head)
  }

  /// Has more compressed data read; gives how much came in, 0 at the end.
  func refill(
    _ read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    input.removeFirst(used)
    used = 0
    return try input.append(atMost: Self.chunk, read)
  }

  func inflate(into room: UnsafeMutableRawBufferPointer) -> (Int, GzipReader.Status) {
    guard let reader else { return (0, .outOfMemory) }
    // What stands behind the last member is padding.
    if !isOpen, used < input.count, input[used] == 0 { used = input.count }
    let step = reader.inflate(
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(input.bytes)[used...]), into: room)
    used += step.used
    taken += step.used
    given += step.written
    if step.used > 0 { isOpen = true }
    if step.status == .memberEnd { isOpen = false }
    return (step.written, step.status)
  }
}
