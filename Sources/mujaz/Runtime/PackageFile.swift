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
    let source = try Source(operand: operand)
    var failure: Failure?
    var buffer: [UInt8] = []
    do throws(PackageError) {
      let result = try PackageReader.package { target in
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
      if let failure { throw PackageError(failure.message) }
      return result
    } catch {
      throw failure ?? Failure(error, operand)
    }
  }
}

extension Failure {
  /// Data that is bad: the file, the line, what is wrong.
  init(_ error: PackageError, _ file: String) {
    let place = error.line.map { "\(file):\($0)" } ?? file
    self.init(code: ExitCode.badData, message: "\(place): \(error.message)")
  }
}
