/// What kind of voice a speaker is.
public enum SpeakerKind: String, Sendable, CaseIterable {
  /// A person with a name, or an office that one person holds.
  case person
  /// A ministry, a company, a government, a city that stands for one.
  case body
  /// A statement, a report, a study.
  case document
  /// شهود عيان، مصدر مسؤول: somebody whom the article does not name.
  case unnamed
}
