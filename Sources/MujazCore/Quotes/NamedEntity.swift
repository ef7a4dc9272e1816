/// A person, a body or a document that an article names. Every range is a span of the article.
public struct NamedEntity: Sendable, Hashable {
  /// The fullest mention: دونالد ترمب, not ترمب.
  public var name: TextRange
  /// Whether it is a person, a body or a document.
  public var kind: SpeakerKind
  /// What the article says that it is, each title once, in the order told.
  public var roles: [TextRange]
  /// Where it is named, by name or by a title that means nobody else, in the order of the text.
  public var mentions: [TextRange]

  /// An entity of spans that were found elsewhere.
  public init(
    name: TextRange, kind: SpeakerKind, roles: [TextRange] = [], mentions: [TextRange] = []
  ) {
    self.name = name
    self.kind = kind
    self.roles = roles
    self.mentions = mentions
  }
}

extension SpeakerChain {
  /// Everybody whom the article names and everybody who speaks in it, in the order of their first mention. Linear in the
  /// words, and in the words that are looked at for a surname.
  mutating func people(_ text: Span<UInt8>, _ reader: PhraseReader) -> [NamedEntity] {
    let passage = reader.passage
    var cast = gathered(reader)
    for (known, mentions) in zip(voices, mentions()) where isSomebody(known, reader) {
      cast.enter(known.kind, known.canonical, known.role, mentions, reader)
    }
    return cast.members.map { member in
      let words = Self.innermost(member.mentions) + surnames(of: member, reader)
      return NamedEntity(
        name: passage.nameRange(text, member.name), kind: member.kind,
        roles: member.roles.map { passage.nameRange(text, $0) },
        mentions: Self.apart(words.map { passage.nameRange(text, $0) }))
    }.sorted { ($0.mentions[0], $0.name) < ($1.mentions[0], $1.name) }
  }

  /// Whether a voice has a name, or is a body or a document.
  private func isSomebody(_ voice: Voice, _ reader: PhraseReader) -> Bool {
    guard !voice.isMedium, voice.kind != .unnamed else { return false }
    return voice.kind != .person
      || !voice.nameKeys.isEmpty && (voice.canonical.count > 1 || voice.role != nil)
        && reader.isPersonName(voice.canonical)
  }

  /// Where the last word of a person's name stands alone: وزار ترمب القدس.
  private mutating func surnames(of member: CastMember, _ reader: PhraseReader) -> [Range<Int>] {
    guard member.kind == .person, member.keys.count > 1, let key = member.keys.last else {
      return []
    }
    let tokens = reader.passage.tokens
    let places = places(of: key, tokens)
    guard !places.isEmpty else { return [] }
    let named = Set(member.mentions.joined())
    return places.filter { place in
      guard tokens.isPlain(place), !named.contains(place) else { return false }
      // الجيش المصري: an adjective, and not محمد المصري.
      return !tokens.key(place).hasArticle || place == 0 || !tokens.key(place - 1).hasArticle
    }.map { $0..<$0 + 1 }
  }

  /// Mentions without those that hold another: تقرير منظمة العفو. They are short, so few begin in one.
  private static func innermost(_ mentions: [Range<Int>]) -> [Range<Int>] {
    let sorted = Set(mentions).sorted { ($0.lowerBound, $0.count) < ($1.lowerBound, $1.count) }
    return sorted.indices.filter { index in
      let mention = sorted[index]
      if index > 0, sorted[index - 1].lowerBound == mention.lowerBound { return false }
      return !sorted[(index + 1)...].prefix { $0.lowerBound < mention.upperBound }
        .contains { $0.upperBound <= mention.upperBound && $0.count < mention.count }
    }.map { sorted[$0] }
  }

  /// Ranges in the order of the text, without those that begin in another.
  private static func apart(_ ranges: [TextRange]) -> [TextRange] {
    var apart: [TextRange] = []
    for range in ranges.sorted() {
      if let last = apart.last, range.start < last.end { continue }
      apart.append(range)
    }
    return apart
  }
}
