import MujazPlatform
import MujazTranslation

/// A folder that takes packages, one for every article.
struct PackageFolder {
  /// The folder's path, without slashes at its end.
  let path: String
  private let ending: String
  /// Articles by the names of their files.
  private var articles: [String: String] = [:]

  /// The folder that `--output` names: one that is there, or a path with a slash at its end. Nil for a file.
  init?(_ path: String?, _ format: PackageFormat) throws(Failure) {
    guard let path, path.utf8.last == UInt8(ascii: "/") || Self.exists(path) else { return nil }
    try self.init(making: path, format)
  }

  /// The folder of a path, which is made where it is not there.
  init(making path: String, _ format: PackageFormat) throws(Failure) {
    let bare = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
    self.path = bare.isEmpty ? "/" : String(decoding: Array(bare), as: UTF8.self)
    ending = format.fileEnding
    guard !Self.exists(self.path) else { return }
    if mkdir(Arguments.bytes(of: self.path), 0o777) != 0 {
      throw Failure(
        code: ExitCode.cannotCreate,
        message: "\(path): cannot create: \(systemError())")
    }
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(Arguments.bytes(of: path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The file of an article. No two articles have the same one.
  mutating func file(for article: String) throws(Failure) -> OutputFile {
    let name = ArticleFileName.of(article) + "." + ending
    let whole = path + "/" + name
    if let other = articles.updateValue(article, forKey: name) {
      throw Failure(
        code: ExitCode.cannotCreate,
        message: "\(whole): two articles would go there, \(other) and \(article)")
    }
    return try OutputFile(path: whole)
  }
}
