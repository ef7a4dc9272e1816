import MujazCore

/// A name in a text, and how it may be written in Latin letters.
struct FoundName: Hashable {
  /// As it stands in the text, without the و or ب that is written together with it.
  var name: String
  var latin: String
}

/// Finds names of persons and places.
///
/// Bias: a name of two words that the table knows, or one that is no Arabic word, because given names are words too. A family
/// name that the table does not know is taken behind بن or with the form of a nisba.
///
///     فهد بن عبيد الراجحاني     a name        حسن المعاملة، صباح السبت      none
struct NameFinder: Sendable {
  private let lexicon: Lexicon
  private let transliterator: Transliterator

  init(lexicon: Lexicon, transliterator: Transliterator) {
    self.lexicon = lexicon
    self.transliterator = transliterator
  }

  /// The names among the words of a passage, in order.
  func names(_ text: Span<UInt8>, _ words: [Word]) -> [FoundName] {
    let keys = words.map(\.key)
    return keys.indices.findings { name(text, words, keys, at: $0) }
  }

  private func name(
    _ text: Span<UInt8>, _ words: [Word], _ keys: [WordKey], at start: Int
  ) -> (found: FoundName, end: Int)? {
    let rest = keys[start...]
    return keys[start].firstReading { reading in
      guard let entry = NameTable.standard.longest(rest, first: reading) else { return nil }
      let end = start + entry.words.count
      switch entry.kind {
      case .place, .foreign: return (FoundName(name: entry.name, latin: entry.latin), end)
      case .given: return person(text, words, keys, entry, from: start, end)
      case .family, .particle: return nil
      }
    }
  }

  /// A person's name that begins with a given name.
  private func person(
    _ text: Span<UInt8>, _ words: [Word], _ keys: [WordKey], _ first: NameTable.Entry,
    from start: Int, _ behindFirst: Int
  ) -> (found: FoundName, end: Int)? {
    var parts = [first.latin]
    var end = behindFirst
    while end < keys.count, isNext(text, words, end) {
      guard let entry = NameTable.standard.longest(keys[end...]), entry.kind != .place else {
        break
      }
      if entry.kind == .particle {
        // What stands behind a particle is part of the name, known or not.
        let next = end + entry.words.count
        guard next < keys.count, isNext(text, words, next) else { break }
        let known = NameTable.standard.longest(keys[next...])
        parts.append(entry.latin)
        parts.append(
          known?.latin ?? transliterator.latin(text.string(words[next].range)))
        end = next + (known?.words.count ?? 1)
      } else {
        parts.append(entry.latin)
        end += entry.words.count
      }
    }
    if end < keys.count, isNext(text, words, end), isNisba(text, words[end]) {
      parts.append(transliterator.latin(text.string(words[end].range)))
      end += 1
    }
    guard parts.count > 1 else { return nil }
    var name = first.name
    if end > behindFirst {
      name +=
        " "
        + text.string(TextRange(start: words[behindFirst].start, end: words[end - 1].end)).asOneLine
    }
    return (FoundName(name: name, latin: parts.joined(separator: " ")), end)
  }

  /// Whether nothing but spaces stands between a word and the one before it.
  private func isNext(_ text: Span<UInt8>, _ words: [Word], _ index: Int) -> Bool {
    var offset = words[index - 1].end
    while offset < words[index].start {
      let size = text.whiteSpace(at: offset, limit: words[index].start)
      if size == 0 { return false }
      offset += size
    }
    return true
  }

  /// A word of the form of a family name of origin: ال…ي, and in no list of words.
  private func isNisba(_ text: Span<UInt8>, _ word: Word) -> Bool {
    guard word.key.count >= 5, text.string(word.range).isNisba else { return false }
    return !lexicon.isListed(word.key)
  }
}

extension Word {
  var range: TextRange { TextRange(start: start, end: end) }
}
