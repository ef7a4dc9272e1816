import MujazCore
import MujazTranslation

/// A package that goes into a file as it is made.
struct PackageStream {
  private(set) var builder: PackageBuilder
  private let file: OutputFile

  init(_ builder: PackageBuilder, into file: OutputFile) {
    (self.builder, self.file) = (builder, file)
  }

  mutating func add(
    _ text: Span<UInt8>, title: Span<UInt8>, name: String
  ) throws(Failure) {
    var failure: Failure?
    let file = file
    do throws(PackageError) {
      try builder.add(text, title: title, original: name) { Self.emit($0, file, &failure) }
    } catch {
      throw Failure(error, name)
    }
    if let failure { throw failure }
  }

  /// Ends the package; the file still has to be given its name.
  mutating func finish() throws(Failure) {
    var failure: Failure?
    let file = file
    do throws(PackageError) {
      try builder.finish { Self.emit($0, file, &failure) }
    } catch {
      throw Failure(code: ExitCode.internalError, message: error.message)
    }
    if let failure { throw failure }
  }

  private static func emit(_ bytes: [UInt8], _ file: OutputFile, _ failure: inout Failure?) {
    guard failure == nil else { return }
    do throws(Failure) { try file.write(bytes) } catch { failure = error }
  }
}
