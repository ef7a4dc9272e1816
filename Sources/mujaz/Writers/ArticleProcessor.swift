import MujazInput

/// Who an article is, for its output.
struct Identity {
  var id: RecordID
  /// Whether the article came as a file, so that its text is not known to whoever reads the output.
  var isFile: Bool
  /// What is known of the article beside its text; nil for a record of JSON Lines that says nothing of it.
  var origin: Origin?
  /// The line of the input that it was to be; nil where that is no line of JSON Lines, or nobody asks.
  var line: Int?

  init(id: RecordID, isFile: Bool, origin: Origin? = nil, line: Int? = nil) {
    self.id = id
    self.isFile = isFile
    self.origin = origin
    self.line = line
  }
}

/// What a command does with an article. Each worker thread has one of its own.
protocol ArticleProcessor: SendableMetatype {
  /// Whether it shows what a record says of its article beside the text and the title.
  static var showsFacts: Bool { get }
  /// What is to be told of the article that was processed last where its output can't; nil where nothing is.
  var note: String? { get }
  /// Who is quoted in the article that was processed last, where nobody was of whom was asked for.
  var otherSpeakers: SpeakerNames { get }
  /// Appends what the command says of an article. `text` and `title` are valid UTF-8. Throws, with nothing appended, where
  /// the command's own settings do not fit the article.
  mutating func process(
    _ text: Span<UInt8>, title: Span<UInt8>, identity: Identity, into output: inout JSONWriter
  ) throws(InputError)
  /// Appends the output of a record that is no article (`--on-error record`).
  mutating func record(_ error: InputError, identity: Identity, into output: inout JSONWriter)
  /// Takes memory of its own for what threads would share, as they hinder one another by counting references to it.
  mutating func detach()
}

extension ArticleProcessor {
  var note: String? { nil }
  var otherSpeakers: SpeakerNames { SpeakerNames() }
}
