/// What a rule says of the next word of a phrase.
enum PhraseVerdict {
  /// It belongs to the phrase.
  case take
  /// It does, and makes it definite: behind it a word without article begins a name.
  case bind
  /// It does, and what makes it definite is still to come.
  case loosen
  /// It is a preposition behind which the phrase goes on.
  case enter
  /// It begins a name, or belongs to the one that has begun.
  case name
  /// The name begins with the word behind it.
  case nameBehind
  /// Behind the comma before it stands the name, and nothing more.
  case apposition(Range<Int>)
  /// It is no part of the phrase.
  case end(PhraseEnd)
}

/// What ended a noun phrase.
package enum PhraseEnd: String, Sendable, CaseIterable {
  /// The quotation or the sentence's end stood there.
  case limit
  /// It was long enough.
  case length
  case mark
  /// The name behind the comma ended it.
  case apposition
  case number
  case functionWord = "function-word"
  case time
  /// ل before spelled letters: لبي بي سي.
  case letters
  /// A noun with somebody's pronoun: كلمته.
  case pronoun
  /// What the verb is done to.
  case object
  case adjective
  case verb
  case preposition
  /// Whom the words were said to, or where.
  case clitic
  /// Another office, or another noun for people.
  case office
  /// و before another noun.
  case conjunction
  /// A noun of the lists behind a name.
  case noun
  /// How it was said: مبتسما.
  case circumstance
  /// A word without article that is no name, behind what is definite.
  case bound
  /// The noun of which the word before was taken for a name.
  case nextNoun = "next-noun"
}
