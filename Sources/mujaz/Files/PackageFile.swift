import MujazPlatform
import MujazTranslation

/// A package that is read from a file or standard input.
enum PackageFile {
  static func read(
    _ operand: String, isQuiet: Bool
  ) throws(Failure) -> (package: BilingualPackage, format: PackageReader.Format) {
    if operand == "-", !isQuiet, isatty(STDIN_FILENO) != 0 {
      warn("reading the package from the keyboard; end with Ctrl-D")
    }
    let feed = FileFeed(try Source(operand: operand))
    do throws(PackageError) {
      let result = try PackageReader.package(feed.read)
      if let failure = feed.failure { throw failure.asPackageError }
      return result
    } catch {
      throw feed.failure ?? Failure(error, operand)
    }
  }

  /// The package of a file, nil where the file is none but may be an article.
  static func readIfPackage(
    _ operand: String, isQuiet: Bool
  ) throws(Failure) -> BilingualPackage? {
    let feed = FileFeed(try Source(operand: operand, isOneOfMany: true))
    let isPackage = PackageReader.isPackage(feed.read)
    if let failure = feed.failure { throw failure }
    return isPackage ? try read(operand, isQuiet: isQuiet).package : nil
  }

  /// Hands out the units of a file that a memory takes in.
  static func units(
    _ operand: String, _ reader: MemoryUnitReader, isQuiet: Bool,
    _ body: (MemoryUnit) throws(PackageError) -> Void
  ) throws(Failure) {
    if operand == "-", !isQuiet, isatty(STDIN_FILENO) != 0 {
      warn("reading translations from the keyboard; end with Ctrl-D")
    }
    let feed = FileFeed(try Source(operand: operand))
    do throws(PackageError) {
      try reader.read(feed.read, body)
      if let failure = feed.failure { throw failure.asPackageError }
    } catch {
      throw feed.failure ?? Failure(error, operand)
    }
  }

  /// Hands out the lines of a file.
  static func lines(
    _ operand: String, isQuiet: Bool, _ body: (String) throws(Failure) -> Void
  ) throws(Failure) {
    if operand == "-", !isQuiet, isatty(STDIN_FILENO) != 0 {
      warn("reading sentences from the keyboard; end with Ctrl-D")
    }
    let feed = FileFeed(try Source(operand: operand))
    var lines = LineReader(feed.read)
    while true {
      let line: String?
      do throws(PackageError) {
        line = try lines.next()
      } catch {
        throw feed.failure ?? Failure(error, operand)
      }
      if let failure = feed.failure { throw failure }
      guard let line else { return }
      try body(line)
    }
  }

  /// The glossary of a file; an empty one where none is given.
  static func glossary(
    _ path: String?, from source: Language?, to target: Language?
  ) throws(Failure) -> Glossary {
    guard let path else { return Glossary() }
    let bytes = try WholeFile.bytes(path)
    do throws(PackageError) {
      return try Glossary(bytes, from: source, to: target)
    } catch {
      throw Failure(error, path)
    }
  }
}

/// The bytes of a file for the package reader, and what went wrong with them.
private final class FileFeed {
  private let source: Source
  private(set) var failure: Failure?

  init(_ source: Source) { self.source = source }

  func read(_ target: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil else { return -1 }
    do throws(Failure) {
      return try source.read(into: target)
    } catch {
      failure = error
      return -1
    }
  }
}

extension Failure {
  fileprivate var asPackageError: PackageError { PackageError(message) }
}

extension Failure {
  /// Data that is bad: the file, the line, what is wrong.
  init(_ error: PackageError, _ file: String) {
    let place = error.line.map { "\(file):\($0)" } ?? file
    self.init(
      code: error.isOutOfMemory ? ExitCode.internalError : ExitCode.badData,
      message: "\(place): \(error.message)")
  }
}
