/// The noun phrase that names a speaker: who says it.
struct NounPhrase: Sendable {
  var tokens: Range<Int>
  /// The proper name in it: قاسم مصلح.
  var name: Range<Int>?
  /// What stands before the name, or the whole of it where there is none: قائد عمليات الأنبار للحشد.
  var role: Range<Int>?
  var kind: SpeakerKind
  /// An agency, a paper, a station.
  var isMedium = false
  /// Whether its first word is an office or a noun for people.
  var isTitled = false
  /// Whether it is one definite word, or begins with one, and names nobody: الوزارة، رئيس الهيئة.
  var isDefinite = false
  /// Whether ذات or نفس stands before it.
  var isSame = false
  /// What ended it.
  var end = PhraseEnd.limit

  /// Its words without ذات and نفس.
  var nouns: Range<Int> { isSame ? tokens.lowerBound + 1..<tokens.upperBound : tokens }
}
