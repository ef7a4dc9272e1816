/// Reads the terms of TBX-Basic, of the old form (martif) and of the new one (ISO 30042:2019).
///
/// Every term of a concept is given each of its translations, so their product is bounded: a concept that makes more than ten thousand
/// pairs is refused.
struct TBXReader {
  /// The language of the terms; Arabic where it is not known.
  let source: Language?
  /// The language of the translations; nil for any other one.
  let target: Language?

  private static let mostPairs = 10_000

  struct Entry {
    var terms: [String]
    var translations: [String]
  }

  /// Whether a file is TBX by its beginning.
  static func isTBX(_ bytes: [UInt8]) -> Bool {
    // In UTF-16 every other byte is zero.
    let head = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
    return head.contains("<martif") || head.contains("<tbx")
  }

  func read(_ bytes: [UInt8]) throws(PackageError) -> [Entry] {
    var rest = bytes[...]
    let feed = ByteFeed { buffer in
      let count = min(buffer.count, rest.count)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
    feed.blankPlainDoctype()
    var xml = try XMLEvents(feed)
    var entries: [Entry] = []
    while true {
      switch try xml.next() {
      case .start:
        guard xml.name == "termEntry" || xml.name == "conceptEntry" else { continue }
        let entry = try self.entry(&xml)
        if !entry.terms.isEmpty, !entry.translations.isEmpty { entries.append(entry) }
      case .end: return entries
      default: continue
      }
    }
  }

  private func entry(_ xml: inout XMLEvents) throws(PackageError) -> Entry {
    var entry = Entry(terms: [], translations: [])
    let wanted = source?.base ?? "ar"
    var language = ""
    let line = xml.line
    let outside = xml.depth - 1
    while xml.depth > outside {
      guard try xml.next() == .start else { continue }
      switch xml.name {
      case "langSet", "langSec":
        let tag = xml.attribute("lang", in: .xml) ?? xml.attribute("lang") ?? ""
        language = Language(tag)?.base ?? ""
      case "term":
        let term = try xml.content().asOneLine
        if language == wanted {
          entry.terms.append(term)
        } else if target == nil || language == target?.base {
          entry.translations.append(term)
        }
        guard entry.terms.count * entry.translations.count <= Self.mostPairs else {
          throw PackageError(
            line: line, "a concept with more than \(Self.mostPairs) pairs of terms and translations"
          )
        }
      default: continue
      }
    }
    return entry
  }
}
