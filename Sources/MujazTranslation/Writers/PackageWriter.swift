/// A format that a package is written in, unit by unit: no document is ever held whole.
///
/// Calls come in order: `beginDocument`, its units, `endDocument`, further documents, `finish`. The same calls give the same
/// bytes.
protocol PackageWriter: Sendable {
  /// Whether ids are only unique within a document.
  static var hasDocuments: Bool { get }

  mutating func beginDocument(_ document: DocumentHead)
  mutating func write(_ unit: BilingualUnit) throws(PackageError)
  mutating func endDocument()
  mutating func finish() throws(PackageError)

  /// What has been written since the last call.
  mutating func take() -> [UInt8]
}

extension PackageWriter {
  static var hasDocuments: Bool { true }
}

/// What stands at the head of a document.
struct DocumentHead: Sendable {
  /// Unique in its package.
  var id: String
  var original: String
  var scope: PrepScope.Part
  /// SHA-256 of the source text, in hexadecimal digits; empty where nobody knows it.
  var digest: String
  var units: Int
  var segments: Int
  /// Words of its segments, as `--words` counts them.
  var words: Int
  /// Lines of the article that are not in it, being no part of the article.
  var leftOut: [String] = []
}

/// What a package as a whole says.
struct PackageHead: Sendable {
  var source: Language
  var target: Language
  /// The tool and its version.
  var tool: String
  var version: String
  /// Whether a source is copied where there is no target.
  var copiesSource: Bool

  /// What stands as the target of a segment, nil for nothing.
  func target(of segment: BilingualSegment) -> String? {
    segment.target ?? (copiesSource && !segment.isOmitted ? segment.source : nil)
  }
}
