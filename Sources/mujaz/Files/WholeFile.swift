import MujazTranslation

/// Files that are taken whole: no more than 512 MB.
enum WholeFile {
  private static let mostBytes = 512 << 20

  static func bytes(_ operand: String) throws(Failure) -> [UInt8] {
    let source = try Source(operand: operand)
    var bytes = ByteBuffer()
    if let size = source.size { bytes.reserve(size + 1) }
    while try source.read(into: &bytes, atMost: 64 << 10) > 0 {
      guard bytes.count <= mostBytes else {
        throw Failure(
          code: ExitCode.badData, message: "\(operand): larger than \(mostBytes >> 20) MB")
      }
    }
    return bytes.take()
  }

  /// A text: UTF-8, or UTF-16 with a byte order mark.
  static func text(_ operand: String) throws(Failure) -> String {
    let bytes = try bytes(operand)
    do throws(PackageError) {
      return try TextFile.text(bytes)
    } catch {
      throw Failure(error, operand)
    }
  }

  /// The text of a small file that an option names: a list, a set of rules. UTF-8 alone.
  static func list(_ path: String) throws(Failure) -> String {
    guard let text = String(validating: try bytes(path), as: UTF8.self) else {
      throw Failure(code: ExitCode.badData, message: "\(path): not UTF-8")
    }
    return text
  }
}
