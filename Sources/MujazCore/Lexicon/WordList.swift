internal import CResources

/// A word list that mujaz is shipped with, entry by entry: for whoever hands it on, as the SRX writer does. Looking words
/// up is what `Lexicon` is for.
package enum WordList: Sendable {
  case abbreviations, letterNames, prepositions, conjunctions, speechVerbs

  private var blob: cres_blob {
    switch self {
    case .abbreviations: cres_abbreviations()
    case .letterNames: cres_letter_names()
    case .prepositions: cres_prepositions()
    case .conjunctions: cres_conjunctions()
    case .speechVerbs: cres_speech_verbs()
    }
  }

  /// The entries of a kind, as they are written, in the order of the list; of every kind where it is nil.
  package func entries(_ kind: String? = nil) -> [String] {
    let bytes = UnsafeBufferPointer(start: blob.start, count: blob.count)
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      let columns = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      let found = columns.count > 1 ? String(decoding: columns[1], as: UTF8.self) : ""
      guard let text = columns.first, kind == nil || kind == found else { return nil }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
