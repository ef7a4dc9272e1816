extension Note.Category {
  /// What a note of ours is about, by its words: formats but XLIFF 2 have no place for it. Nil for what we did not write.
  init?(of text: String) {
    if let known = Self.beginnings.first(where: { text.hasPrefix($0.text) }) {
      self = known.category
    } else if text.contains(" (hint)") {
      self = .name
    } else if text.contains(" = ") {
      self = .date
    } else if let colon = text.lastIndex(of: ":"),
      text[colon...].dropFirst().first == " ", text[colon...].dropFirst(2).first?.isNumber == true
    {
      self = .number
    } else {
      return nil
    }
  }

  private static let beginnings: [(text: String, category: Note.Category)] = [
    ("headline", .context), ("byline: ", .context), ("caption of a picture", .context),
    ("question of an interview", .context), ("not part of the running text", .context),
    ("brief of the article", .context), ("key sentence, ", .keySentence), ("stands ", .repeated),
    ("speaker of the quotation: ", .speaker), ("memory, ", .match), ("term: ", .term),
    ("changed, ", .changed),
  ]
}
