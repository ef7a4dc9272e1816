/// How sure it is that a voice is somebody, and that the name is all of it.
enum SpeakerCertainty: Int, Comparable {
  /// A word that no list knows, alone: a surname, or something else.
  case doubtful
  /// A title without a name, a surname behind a title, or two words that no list knows.
  case likely
  /// A given name with another, a name of two words behind a title, a noun of the lists for what is no person.
  case sure

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension SpeakerChain {
  /// How sure the speaker of a quotation is. Bias: high where nine of ten readers of fresh pages agreed, whatever that leaves out.
  func confidence(
    _ voice: Int, isNamed: Bool, in paragraph: Int, _ reader: PhraseReader
  ) -> QuoteConfidence {
    let certainty = certainty(of: voices[voice], reader)
    if !isNamed {
      return certainty == .sure && isNear(voice, paragraph) ? .medium : .low
    }
    switch certainty {
    case .sure: return .high
    case .likely: return .medium
    case .doubtful: return .low
    }
  }

  private func certainty(of voice: Voice, _ reader: PhraseReader) -> SpeakerCertainty {
    let tokens = reader.passage.tokens
    let head = tokens[voice.canonical.lowerBound]
    switch voice.kind {
    case .document, .unnamed: return .sure
    case .body:
      let noun = reader.nounClasses(head)
      return noun.contains(.body) || reader.beginsPlace(voice.canonical.lowerBound)
        || head.classes.contains(.agency) ? .sure : .likely
    case .person: break
    }
    guard !voice.nameKeys.isEmpty else {
      return head.isTitle || head.classes.contains(.quantifier) ? .likely : .doubtful
    }
    let isGiven = head.classes.contains(.givenName) || reader.isNamePart(head)
    if voice.canonical.count > 1, isGiven || voice.role != nil, reader.isPersonName(voice.canonical)
    {
      return .sure
    }
    return isGiven || voice.role != nil || voice.canonical.count > 1 ? .likely : .doubtful
  }
}
