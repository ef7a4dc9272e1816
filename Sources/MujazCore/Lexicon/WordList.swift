internal import CResources

/// A word list that mujaz is shipped with, entry by entry: for whoever hands it on, as the SRX writer does. Looking words
/// up is what `Lexicon` is for.
package enum WordList: Sendable {
  case abbreviations, letterNames, prepositions, conjunctions

  private var blob: cres_blob {
    switch self {
    case .abbreviations: cres_abbreviations()
    case .letterNames: cres_letter_names()
    case .prepositions: cres_prepositions()
    case .conjunctions: cres_conjunctions()
    }
  }

  /// The entries of a kind, as they are written, in the order of the list; of every kind where it is nil.
  package func entries(_ kind: String? = nil) -> [String] {
    ListRows.strings(blob).compactMap { cells in
      let found = cells.count > 1 ? cells[1] : ""
      return kind == nil || kind == found ? cells[0] : nil
    }
  }
}
