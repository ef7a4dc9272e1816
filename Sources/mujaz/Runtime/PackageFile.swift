import Glibc
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
    let feed = FileFeed(try Source(operand: operand))
    let isPackage = PackageReader.isPackage(feed.read)
    if let failure = feed.failure { throw failure }
    return isPackage ? try read(operand, isQuiet: isQuiet).package : nil
  }

  /// The glossary of a file; an empty one where none is given.
  static func glossary(_ path: String?) throws(Failure) -> Glossary {
    guard let path else { return Glossary() }
    let source = try Source(operand: path)
    var bytes: [UInt8] = []
    while try source.read(into: &bytes, count: 65_536) > 0 {}
    do throws(PackageError) {
      return try Glossary(bytes)
    } catch {
      throw Failure(error, path)
    }
  }
}

/// The bytes of a file for the package reader, and what went wrong with them.
private final class FileFeed {
  private let source: Source
  private var buffer: [UInt8] = []
  private(set) var failure: Failure?

  init(_ source: Source) { self.source = source }

  func read(_ target: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil else { return -1 }
    do throws(Failure) {
      buffer.removeAll(keepingCapacity: true)
      let count = try source.read(into: &buffer, count: min(target.count, 65_536))
      target.copyBytes(from: buffer)
      return count
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
    self.init(code: ExitCode.badData, message: "\(place): \(error.message)")
  }
}
