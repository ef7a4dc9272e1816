import MujazInput

/// What is to be done with a piece of input.
enum Work: Sendable {
  /// Its bytes are whole lines of JSON Lines, or the elements of a JSON document as such, followed by the parser's padding; the
  /// first has this number. A line beyond the limit is no record.
  case lines(first: Int, limit: SizeLimit, source: String, unit: RecordUnit)
  /// A line that went beyond the limit before its end came in.
  case longLine(Int, limit: SizeLimit, source: String)
  /// Its bytes are a whole file of one kind.
  case document(InputKind, source: String)
  /// A page or a text of a web archive.
  case record(WebRecord, source: String)
  /// Input that is no article, found while it was read.
  case refused(InputError, source: String)
  /// Input of which nobody knows how much is missing: a file that can't be read, compressed data or an archive that is cut off or
  /// damaged, a list of names that is none. No error: it is among what is passed over, and its record was written before.
  case lost(InputError?, Failure, source: String)
}

/// A piece of input that one worker takes at a time, and what became of it. One thread at a time has it.
final class Piece: @unchecked Sendable {
  var work = Work.lines(first: 1, limit: .standard, source: "", unit: .line)
  var input = ByteBuffer()
  var output = JSONWriter()
  var outcome = Outcome()

  /// How much input it is.
  var size: Int {
    switch work {
    case .lines, .document: input.count
    case .record(let record, _): record.content.count
    case .longLine, .refused, .lost: 0
    }
  }
}

/// An article that is not Arabic.
struct ForeignArticle: Sendable {
  /// The file that it is in.
  var source: String
  /// The place, and what it is instead.
  var message: String
}

/// What became of a piece of input, beside its output.
struct Outcome: Sendable {
  /// Lines for standard error, in the order of the input.
  var diagnostics: [String] = []
  /// The first article that is not Arabic, for standard error.
  var foreign: ForeignArticle?
  /// Who is quoted, where nobody was of whom was asked for.
  var otherSpeakers = SpeakerNames()
  /// The size of the output behind each input that was refused and did not end the run.
  var refusals: [Int] = []
  /// The exit code of a run where input is missing of which nobody knows how much; nil where none is.
  private(set) var loss: Int32?
  /// Ends the run behind `output`.
  var failure: Failure?
  var documents = 0
  /// The size of the input.
  var bytes = 0

  init(bytes: Int = 0) { self.bytes = bytes }

  /// Tells of input that is missing, whatever else becomes of it.
  mutating func lose(_ failure: Failure) {
    loss = loss ?? failure.code
    diagnostics.append(failure.message)
  }

  /// Tells of input that is passed over; of what is missing that was told.
  mutating func passOver(_ failure: Failure) {
    if loss == nil { diagnostics.append(failure.message) }
  }
}
