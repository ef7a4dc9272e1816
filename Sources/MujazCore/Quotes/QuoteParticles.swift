extension Passage {
  /// Looks up what stands before the words of a quotation, and before its verb: looked for last and where it is shown, as most
  /// who ask for quotations don't need it.
  func tellParticles(_ quote: inout Quote) {
    if quote.kind != .direct { quote.complementizer = complementizer(before: quote.range) }
    quote.cueParticle = quote.cue.flatMap { particle(before: $0) }
  }

  /// إن, أن, بأن; with the preposition that governs it: إلى أن.
  private func complementizer(before content: TextRange) -> TextRange? {
    let that = tokens.words(in: content).lowerBound - 1
    guard that >= 0, tokens[that].end <= content.start,
      !tokens[that].word.classes.isDisjoint(with: .complementizers)
    else { return nil }
    let isGoverned =
      that > 0 && tokens.gap(that).isEmpty
      && !tokens[that - 1].word.classes.isDisjoint(with: [.to, .on, .from, .about])
    return range((isGoverned ? that - 1 : that)..<that + 1)
  }

  /// لم تستبعد, قد أكد: what stands directly before a verb and belongs to it.
  private func particle(before cue: TextRange) -> TextRange? {
    let verb = tokens.words(in: cue).lowerBound
    guard verb > 0, verb < tokens.count, tokens.gap(verb).isEmpty,
      tokens[verb].word.cue?.isFinite == true,
      tokens[verb - 1].word.classes.contains(.particle)
    else { return nil }
    return range(verb - 1..<verb)
  }
}
