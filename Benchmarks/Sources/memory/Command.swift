import Foundation

/// A run of mujaz that is fed through a pipe, line by line.
final class Command {
  struct Usage {
    var seconds: Double
    /// The largest resident set, in millions of bytes.
    var megabytes: Double
  }

  enum Failure: Error { case cannotStart, ended(Int32) }

  private var process: pid_t = 0
  private let input: FileHandle
  private let output: FileHandle
  private var pending = Data()
  private let start = Date()

  init(_ program: String, _ arguments: [String]) throws {
    let (inner, outer) = (Pipe(), Pipe())
    input = inner.fileHandleForWriting
    output = outer.fileHandleForReading
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inner.fileHandleForReading.fileDescriptor, 0)
    posix_spawn_file_actions_adddup2(&actions, outer.fileHandleForWriting.fileDescriptor, 1)
    for handle in [input, output] {
      posix_spawn_file_actions_addclose(&actions, handle.fileDescriptor)
    }
    var pointers = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    guard posix_spawn(&process, program, &actions, nil, &pointers, environ) == 0 else {
      throw Failure.cannotStart
    }
    try inner.fileHandleForReading.close()
    try outer.fileHandleForWriting.close()
  }

  func send(_ text: String) throws { try input.write(contentsOf: Data(text.utf8)) }

  /// The next line of output.
  func line() throws -> Data {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending = Data(pending[(end + 1)...]) }
        return Data(pending[..<end])
      }
      let more = output.availableData
      if more.isEmpty { throw Failure.ended(0) }
      pending += more
    }
  }

  func finish() throws -> Usage {
    try input.close()
    while !output.availableData.isEmpty {}
    var status: Int32 = 0
    var usage = rusage()
    wait4(process, &status, 0, &usage)
    if status != 0 { throw Failure.ended(status) }
    return Usage(
      seconds: Date().timeIntervalSince(start), megabytes: Double(usage.ru_maxrss) * 1024 / 1e6)
  }
}
