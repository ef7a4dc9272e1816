/// Somebody of an article's cast: a person with a name, or a body.
struct CastMember: Sendable {
  var kind: SpeakerKind
  /// The fullest mention: دونالد ترمب, not ترمب.
  var name: Range<Int>
  /// Its words without article and clitics.
  var keys: [WordKey]
  /// What the article says that it is, each title once, in the order told: وزير النقل.
  var roles: [Range<Int>] = []
  /// Where it is named, in the order of the text.
  var mentions: [Range<Int>] = []
}

/// The persons and bodies that an article names, gathered from all of it.
///
/// Bias: who is not surely somebody does not enter. A name is two words of which the first is a given name, or stands
/// behind a title or between commas before one; a body has a noun of the lists and words that make it a proper name.
///
///     التقى سالم العلي، وزير النقل، وفدا      سالم العلي, with a role      عقد اجتماعا طويلا      nobody
struct Cast: Sendable {
  /// A body with more words is described and not named.
  private static let longestBody = 8
  /// So many have a place, more than any article names: those of one word are still compared with each other.
  private static let most = 2_000
  /// Of more members those are compared that share a word with whoever is named.
  private static let few = 64

  private(set) var members: [CastMember] = []
  /// The members by each of their words, in their order; empty while they are few.
  private var byWord: [WordKey: [Int]] = [:]
  /// The same by the last of their words, which few share: many are called محمد.
  private var byLast: [WordKey: [Int]] = [:]
  private(set) var isGathered = false

  mutating func reset() {
    members.removeAll(keepingCapacity: true)
    byWord.removeAll()
    byLast.removeAll()
    isGathered = false
  }

  /// Reads all sentences. Linear in the words: a mention is compared with at most `most` members, mostly with those that share a word.
  mutating func gather(_ reader: PhraseReader) {
    isGathered = true
    for number in reader.passage.sentences.indices {
      let words = reader.passage.sentences[number].tokens
      var place = words.lowerBound
      while place < words.upperBound {
        place = max(place + 1, member(at: place, words, reader) ?? 0)
      }
    }
  }

  // MARK: Gathering

  /// Enters whoever is named from a word on; gives the word behind the name.
  private mutating func member(
    at place: Int, _ sentence: Range<Int>, _ reader: PhraseReader
  ) -> Int? {
    let tokens = reader.passage.tokens
    if tokens.isPlain(place) { return nil }
    let token = tokens[place]
    let isGiven = token.classes.contains(.givenName)
    guard token.isSomebody, !token.classes.contains(.weekday),
      let phrase = reader.phrase(from: place, limit: sentence.upperBound, hasObject: true),
      !phrase.isMedium
    else { return nil }
    if let name = phrase.name {
      guard
        phrase.role != nil ? reader.isPersonName(name) : isGiven && isName(name, sentence, reader)
      else { return nil }
      enter(.person, name, phrase.role ?? reader.titleBehind(name), reader)
    } else if phrase.kind == .body {
      var body = phrase
      body.tokens = reader.withoutOthers(phrase.tokens)
      // القسم الجديد: one of many, and no name.
      let isAnyOne =
        token.key.hasArticle && token.word.classes.contains(.generic) && body.tokens.count < 3
      guard body.tokens.count > 1, body.tokens.count <= Self.longestBody, !isAnyOne,
        reader.isProper(body)
      else { return nil }
      enter(.body, body.tokens, nil, reader)
    } else if token.isTitle, token.gap == .comma,
      let name = reader.nameBefore(place, sentence)
    {
      enter(.person, name, phrase.tokens, reader)
    } else {
      return nil
    }
    return phrase.tokens.upperBound
  }

  /// Whether the second word of a name behind a given name is one, and not a verb: أحمد الطيب, دونالد ترمب،
  private func isName(
    _ name: Range<Int>, _ sentence: Range<Int>, _ reader: PhraseReader
  ) -> Bool {
    guard name.count > 1 else { return false }
    let tokens = reader.passage.tokens
    let second = tokens[name.lowerBound + 1]
    if second.key.hasArticle || second.classes.contains(.givenName) || reader.isNamePart(second) {
      return true
    }
    let end = name.upperBound
    return end == sentence.upperBound || !tokens.gap(end).isDisjoint(with: .parting)
      || tokens[end].word.cue != nil || !tokens[end].classes.isDisjoint(with: PhraseReader.stops)
  }

  /// Enters a mention; gives whose it is.
  @discardableResult
  private mutating func enter(
    _ kind: SpeakerKind, _ name: Range<Int>, _ role: Range<Int>?, _ reader: PhraseReader
  ) -> Int? {
    let keys = reader.passage.keys(name)
    guard !keys.isEmpty else { return nil }
    guard let known = known(kind, keys) else {
      guard members.count < Self.most else { return nil }
      members.append(
        CastMember(
          kind: kind, name: name, keys: keys, roles: role.map { [$0] } ?? [], mentions: [name]))
      index(members.count - 1)
      return members.count - 1
    }
    members[known].mentions.append(name)
    if keys.count > members[known].keys.count {
      members[known].name = name
      members[known].keys = keys
      index(known)
    }
    if let role { add(role, to: known, reader) }
    return known
  }

  /// The last member whom some words may name.
  private func known(_ kind: SpeakerKind, _ keys: [WordKey]) -> Int? {
    if members.count <= Self.few { return members.indices.last { isNamed($0, kind, keys) } }
    // All the words are a member's, or all of a member's are among them.
    let fuller = byWord[keys[keys.count - 1]]?.last { isNamed($0, kind, keys) }
    let shorter = keys.compactMap { byLast[$0]?.last { isNamed($0, kind, keys) } }.max()
    return [fuller, shorter].compactMap(\.self).max()
  }

  private func isNamed(_ index: Int, _ kind: SpeakerKind, _ keys: [WordKey]) -> Bool {
    guard members[index].kind == kind else { return false }
    let known = members[index].keys
    if kind == .person { return keys.isName(of: known) }
    return keys.isSubset(of: known) && keys[0] == known[0]
      || known.count > 1 && known.isSubset(of: keys)
  }

  /// Notes the words of a member, once there are many; of the first many those of all.
  private mutating func index(_ member: Int) {
    guard members.count > Self.few else { return }
    for member in byWord.isEmpty ? 0..<members.count : member..<member + 1 {
      let keys = members[member].keys
      for key in keys { byWord[key, default: []].enter(member) }
      byLast[keys[keys.count - 1], default: []].enter(member)
    }
  }

  /// A title that says more than those before.
  private mutating func add(_ role: Range<Int>, to member: Int, _ reader: PhraseReader) {
    let keys = reader.passage.keys(role)
    let isTold = members[member].roles.contains { keys.isSubset(of: reader.passage.keys($0)) }
    if !isTold { members[member].roles.append(role) }
  }

  /// Enters somebody of whom one knows elsewhere, where he speaks, all that is known.
  mutating func enter(
    _ kind: SpeakerKind, _ name: Range<Int>, _ role: Range<Int>?, _ mentions: [Range<Int>],
    _ reader: PhraseReader
  ) {
    guard let member = enter(kind, name, role, reader) else { return }
    members[member].mentions += mentions
  }

  // MARK: Look-up

  /// The first person with a title that an honorific fits, of the last sentence before a word that names one.
  func dignitary(
    _ honorific: QuoteClasses, before place: Int, isFeminine: Bool, _ reader: PhraseReader
  ) -> CastMember? {
    var best: (member: Int, sentence: Int, mention: Int)?
    for index in members.indices where members[index].kind == .person {
      guard let role = members[index].roles.first,
        reader.endsInTeh(reader.passage.tokens[role.lowerBound]) == isFeminine,
        members[index].roles.contains(where: { reader.takes(honorific, $0) })
      else { continue }
      // From the last before the word back to the first of its sentence.
      let mentions = members[index].mentions
      var (low, end) = (0, mentions.count)
      while low < end {
        let middle = (low + end) / 2
        if mentions[middle].lowerBound < place { low = middle + 1 } else { end = middle }
      }
      guard end > 0 else { continue }
      let sentence = reader.passage.sentence(of: mentions[end - 1].lowerBound)
      let start = reader.passage.sentences[sentence].tokens.lowerBound
      while end > 1, mentions[end - 2].lowerBound >= start { end -= 1 }
      let mention = mentions[end - 1].lowerBound
      if best.map({ ($0.sentence, -$0.mention) < (sentence, -mention) }) ?? true {
        best = (index, sentence, mention)
      }
    }
    return best.map { members[$0.member] }
  }
}

extension [Int] {
  /// Enters a number once, in order: the last is asked for first.
  fileprivate mutating func enter(_ number: Int) {
    let place = lastIndex { $0 <= number }
    if let place, self[place] == number { return }
    insert(number, at: place.map { $0 + 1 } ?? 0)
  }
}
