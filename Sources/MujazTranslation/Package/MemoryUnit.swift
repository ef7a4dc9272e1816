/// A sentence with its translation, as a memory keeps it and TMX carries it.
public struct MemoryUnit: Sendable, Hashable {
  /// The sentence.
  public var source: String
  /// Its translation.
  public var target: String
  /// The languages, BCP 47 tags.
  public var sourceLanguage: String
  /// The language of the translation, a BCP 47 tag.
  public var targetLanguage: String
  /// The neighbours it was seen between.
  public var contexts: [MemoryContext]
  /// Where it comes from: a file, an article.
  public var origin: String
  /// When it was made or last changed, as TMX writes it: `20261125T101500Z`; empty where nobody knows.
  public var date: String
  /// How sure an aligner was, from 0 to 1; nil for what a person has translated.
  public var confidence: Double?

  /// A unit of a sentence and its translation.
  public init(
    source: String, target: String, sourceLanguage: String, targetLanguage: String,
    contexts: [MemoryContext] = [], origin: String = "", date: String = "",
    confidence: Double? = nil
  ) {
    self.source = source
    self.target = target
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.contexts = contexts
    self.origin = origin
    self.date = date
    self.confidence = confidence
  }
}

/// The sentences before and behind a sentence, nil at the beginning and the end of a document.
public struct MemoryContext: Sendable, Hashable {
  /// The sentence before it.
  public var before: ContentHash?
  /// The sentence behind it.
  public var after: ContentHash?

  /// A context of two neighbours.
  public init(before: ContentHash?, after: ContentHash?) {
    self.before = before
    self.after = after
  }

  /// The neighbours of a sentence in a document.
  public init(of index: Int, in sources: [String]) {
    before = index > 0 ? ContentHash(sources[index - 1]) : nil
    after = index + 1 < sources.count ? ContentHash(sources[index + 1]) : nil
  }

  private static let none = "-"

  /// Two hashes, `-` for none: `0123456789abcd -`.
  public var description: String {
    (before?.digits ?? Self.none) + " " + (after?.digits ?? Self.none)
  }

  /// Reads a description; nil for anything else.
  public init?(_ description: String) {
    let parts = description.split(separator: " ")
    guard parts.count == 2 else { return nil }
    var hashes: [ContentHash?] = []
    for part in parts {
      if part == Self.none {
        hashes.append(nil)
      } else if let hash = ContentHash(id: "s" + part) {
        hashes.append(hash)
      } else {
        return nil
      }
    }
    (before, after) = (hashes[0], hashes[1])
  }
}
