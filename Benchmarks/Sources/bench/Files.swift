import Glibc

/// Collects bytes and writes them to a file or pipe in blocks, so that the bench itself stays small
/// whatever it generates. It must: Linux counts the memory of a process before `exec` into the peak
/// of the program it becomes, so a big bench would show as big programs.
struct ByteWriter: ~Copyable {
  private let descriptor: CInt
  private let name: String
  private var buffer: [UInt8] = []
  /// Bytes handed to the writer so far.
  private(set) var total = 0

  private static let blockSize = 64 * 1024

  /// Takes over `descriptor` and closes it when the writer goes away; `name` is for messages.
  init(descriptor: CInt, name: String) {
    self.descriptor = descriptor
    self.name = name
    buffer.reserveCapacity(2 * Self.blockSize)
  }

  /// Creates the file, or empties the one that is there.
  init(path: String) throws(BenchError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(subject: path, code: errno) }
    self.init(descriptor: descriptor, name: path)
  }

  deinit { close(descriptor) }

  mutating func write(_ bytes: [UInt8]) throws(BenchError) {
    buffer.append(contentsOf: bytes)
    total += bytes.count
    if buffer.count >= Self.blockSize { try flush() }
  }

  /// Writes what is left. Without a call to it the last block is lost.
  mutating func flush() throws(BenchError) {
    try Interruption.check()
    if let code = writeAll(buffer, to: descriptor) { throw .system(subject: name, code: code) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Writes all bytes; returns `nil`, or the `errno` of the write that failed.
func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
  bytes.withUnsafeBytes { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
    }
    return nil
  }
}

/// Hands the file to `body` block by block.
func forEachBlock(of path: String, _ body: ([UInt8]) -> Void) throws(BenchError) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .system(subject: path, code: errno) }
  defer { close(descriptor) }
  var block = [UInt8](repeating: 0, count: 64 * 1024)
  while true {
    let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count == 0 { return }
    if count > 0 {
      body(Array(block[..<count]))
    } else if errno != EINTR {
      throw .system(subject: path, code: errno)
    }
  }
}

/// The whole file as text; bytes that are not UTF-8 become U+FFFD. For small files only.
func readText(_ path: String) throws(BenchError) -> String {
  var bytes: [UInt8] = []
  try forEachBlock(of: path) { bytes += $0 }
  return String(decoding: bytes, as: UTF8.self)
}

/// The names in a folder, sorted, because the order of the file system differs between machines.
func names(in folder: String) throws(BenchError) -> [String] {
  guard let stream = opendir(folder) else { throw .system(subject: folder, code: errno) }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// A new folder in `$TMPDIR` or `/tmp` that goes away, with its files, when the value does.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws(BenchError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/mujaz-bench.XXXXXX".utf8CString)
    guard let created = mkdtemp(&template).map({ String(cString: $0) }) else {
      throw .system(subject: parent, code: errno)
    }
    path = created
  }

  deinit {
    for name in (try? names(in: path)) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
