import Foundation
import MujazCore
import TestSupport

@testable import MujazTranslation

/// Packages in the making and read back, as the tests need them.
enum Packages {
  static let formats: [PackageFormat] = [.xliff2, .xliff1, .po, .tsv, .docx, .xlsx]
  /// Formats whose bytes are packed.
  static let archives: [PackageFormat] = [.docx, .xlsx]

  static func article() throws -> Article {
    Article(
      text: try Fixtures.text(of: Fixtures.root.appendingPathComponent("Translation/article.txt")))
  }

  /// The bytes of a package of some articles.
  static func bytes(
    _ articles: [Article], _ format: PackageFormat = .xliff2, scope: PrepScope = .article,
    allLines: Bool = false, fill: TargetFill? = nil, isPseudo: Bool = false,
    target: String = "en"
  ) throws -> [UInt8] {
    guard let source = Language("ar"), let target = Language(target) else { throw Unreadable() }
    var builder = PackageBuilder(
      PrepSettings(
        source: source, target: target, format: format, scope: scope, keepsAllLines: allLines,
        fill: fill, isPseudo: isPseudo, version: "0"))
    var bytes: [UInt8] = []
    for (index, article) in articles.enumerated() {
      try builder.add(article, original: "article \(index + 1).txt") { bytes += $0 }
    }
    try builder.finish { bytes += $0 }
    return bytes
  }

  static func text(
    _ articles: [Article], _ format: PackageFormat = .xliff2, scope: PrepScope = .article,
    allLines: Bool = false, isPseudo: Bool = false
  ) throws -> String {
    String(
      decoding: try bytes(
        articles, format, scope: scope, allLines: allLines, isPseudo: isPseudo), as: UTF8.self)
  }

  static func read(_ bytes: [UInt8]) throws -> BilingualPackage {
    var rest = bytes[...]
    return try PackageReader.package { buffer in
      // In pieces of an odd size, so that nothing depends on where a piece ends.
      let count = min(buffer.count, rest.count, 777)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }.package
  }

  /// A package that was read, written again.
  static func written(_ package: BilingualPackage, _ format: PackageFormat) throws -> [UInt8] {
    guard let source = Language(package.sourceLanguage),
      let target = Language(package.targetLanguage)
    else { throw Unreadable() }
    var writer = format.writer(
      PackageHead(source: source, target: target, tool: "mujaz", version: "0", copiesSource: false))
    for (number, document) in package.documents.enumerated() {
      let segments = document.units.flatMap(\.segments)
      writer.beginDocument(
        DocumentHead(
          id: "f\(number)", original: document.original, scope: .article, digest: "",
          units: document.units.count, segments: segments.count,
          words: segments.reduce(0) { $0 + $1.source.wordCount }))
      for unit in document.units { try writer.write(unit) }
      writer.endDocument()
    }
    try writer.finish()
    return writer.take()
  }

  static func read(_ text: String) throws -> BilingualPackage { try read(Array(text.utf8)) }

  /// The merged text of a package.
  static func merge(_ text: String, allowsMissing: Bool = false) throws -> String {
    try merge(Array(text.utf8), allowsMissing: allowsMissing)
  }

  static func merge(_ bytes: [UInt8], allowsMissing: Bool = false) throws -> String {
    try Merger(allowsMissing: allowsMissing).merge(read(bytes)).text
  }

  /// What is wrong with a package; nil where nothing is.
  static func error(_ bytes: [UInt8]) -> PackageError? {
    do {
      _ = try merge(bytes)
      return nil
    } catch {
      return error as? PackageError
    }
  }

  static func error(_ text: String) -> PackageError? { error(Array(text.utf8)) }
}

struct Unreadable: Error {}

extension String {
  /// The text with every occurrence of another replaced; it must be there.
  func with(_ old: String, as new: String) throws -> String {
    guard contains(old) else { throw Unreadable() }
    return replacingOccurrences(of: old, with: new)
  }

  /// The text with the first occurrence of another replaced; it must be there.
  func withFirst(_ old: String, as new: String) throws -> String {
    guard let range = range(of: old) else { throw Unreadable() }
    return replacingCharacters(in: range, with: new)
  }
}

extension BilingualDocument {
  /// Numbers the paragraphs and the sentences and translates each as `T7.`; `change` gets each with its number, from 1.
  mutating func translate(_ change: (Int, inout BilingualSegment) -> Void) {
    var number = 0
    for unit in units.indices {
      units[unit].number = unit + 1
      for index in units[unit].segments.indices {
        number += 1
        units[unit].segments[index].number = number
        units[unit].segments[index].target = "T\(number)."
        change(number, &units[unit].segments[index])
      }
    }
  }
}
