/// What a part of a sentence is that can be left out.
public enum SentencePartKind: String, Sendable, CaseIterable {
  /// The place and the agency before the first sentence: القاهرة (رويترز) -
  case dateline
  /// The newspaper or agency that a report is attributed to: بحسب وكالة رويترز
  case agency
  /// What ties a sentence to the one before it: من جهة أخرى،
  case connective
  /// The occasion on which somebody said something: في مؤتمر صحافي عقده أمس
  case setting
  /// The second name of a month: أكتوبر/ تشرين الأول
  case calendar
  /// ( … )
  case parenthesis
  /// – … –
  case insertion
  /// A title between the name and what it says: محمد السالم، وزير الأشغال، إن …
  case apposition
  /// A clause about the noun before it: التي …
  case relative
  /// What went along with the claim: مشيرا إلى …، فيما …
  case circumstance
  /// A second claim of the same speaker: وأن …
  case coordination
  /// A time, a place or a purpose: خلال …، بهدف …
  case adjunct
}

/// A part of a sentence that can be left out.
struct SentencePart: Equatable {
  var kind: SentencePartKind
  /// What goes with it, the comma and the space before it included.
  var range: TextRange
}

/// The parts of a sentence that can be left out, by their place.
///
/// An insertion is closed on both sides: each goes alone. The tails stand one behind the other up to `tailEnd`: none
/// goes without all that stand behind it, as each may belong to the one before.
struct SentenceParts {
  var insertions: [SentencePart] = []
  var tails: [SentencePart] = []
  /// Where the tails end: before the sentence's final mark, or before a source that stays.
  var tailEnd = 0

  var isEmpty: Bool { insertions.isEmpty && tails.isEmpty }
}
