/// Why a sentence stands in a brief, or does not.
public enum Choice: String, Sendable, CaseIterable {
  /// The article's lead is in, whatever else is.
  case lead
  /// In for what it adds.
  case adds
  /// In for the quotation that it holds.
  case quotation
  /// In with its speaker in brackets.
  case named

  /// Out, as it can't be understood without the sentence before it.
  case leans
  /// Out, as it leaves a question or a quotation open.
  case unfinished
  /// Out, as it is a few words, an announcement or an answer.
  case fragment
  /// Out, as it adds little.
  case little
  /// Out, as it says what another says.
  case repeats
  /// Out, as there is no room left for it.
  case room

  /// Whether the sentence is in.
  public var isIn: Bool {
    switch self {
    case .lead, .adds, .quotation, .named: true
    case .leans, .unfinished, .fragment, .little, .repeats, .room: false
    }
  }
}
