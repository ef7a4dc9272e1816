import Foundation
import TestSupport
import Testing

/// What `mujaz brief` writes as JSON.
struct BriefRecord: Decodable {
  struct Sentence: Decodable {
    var index: Int
    var start: Int
    var end: Int
    var text: String
    var score: Double
    var kept: [Span]
  }

  struct Span: Decodable, Equatable {
    var start: Int
    var end: Int
  }

  struct Insertion: Decodable {
    var sentence: Int
    var offset: Int
    var start: Int
    var end: Int
    var text: String
  }

  struct Ranked: Decodable {
    var index: Int
    var words: Int
    var score: Double
    var leans: Bool
  }

  /// Why there is no brief.
  struct NoBrief: Decodable, Equatable {
    var reason: String
    var message: String
  }

  var source: String?
  var brief: String
  var noBrief: NoBrief?
  var sentences: [Sentence]
  var insertions: [Insertion]
  var ranking: [Ranked]?

  enum CodingKeys: String, CodingKey {
    case source, brief, sentences, insertions, ranking
    case noBrief = "no_brief"
  }
}

/// What `mujaz segment` writes as JSON.
struct SegmentRecord: Decodable {
  struct Segment: Decodable {
    var index: Int
    var start: Int
    var end: Int
    var paragraph: Int
    var role: String
    var text: String
  }

  struct Decision: Decodable {
    var offset: Int
    var boundary: Bool
    var rule: String
  }

  var source: String?
  var segments: [Segment]
  var decisions: [Decision]?
}

/// What stands in the place of input that is no article.
struct ErrorRecord: Decodable {
  struct Cause: Decodable {
    var code: String
    var message: String
    var line: Int?
  }

  var error: Cause
}

/// The id of a record, where it is a string or a whole number.
struct Identified<ID: Decodable>: Decodable {
  var id: ID
}

func decode<T: Decodable>(
  _ json: some Sequence<UInt8>, as type: T.Type = T.self
) throws -> T {
  try JSONDecoder().decode(type, from: Data(json))
}

/// Standard output of a run that must go well: code 0 and silence on standard error.
func success(
  _ arguments: [String], input: some Sequence<UInt8> = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Ended {
  let ended = try Tool.run(arguments, input: input)
  #expect(ended.status == .code(0), sourceLocation: sourceLocation)
  #expect(ended.message == "", sourceLocation: sourceLocation)
  return ended
}

/// A run must have ended with a code and one line on standard error that is safe to show.
func expectDiagnostic(
  _ ended: Ended, _ code: Int32, saying part: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(ended.status == .code(code), sourceLocation: sourceLocation)
  expectOneLine(ended.message, saying: part, sourceLocation: sourceLocation)
}

/// A diagnostic is one line that begins with the program's name, free of control and bidi characters.
func expectOneLine(
  _ message: String, saying part: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(message.hasPrefix("mujaz: "), sourceLocation: sourceLocation)
  #expect(message.utf8.last == UInt8(ascii: "\n"), sourceLocation: sourceLocation)
  #expect(message.contains(part) || part.isEmpty, sourceLocation: sourceLocation)
  let unsafe = message.unicodeScalars.dropLast().filter { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
  #expect(unsafe.isEmpty, sourceLocation: sourceLocation)
}

/// The bytes of a text between two offsets; nil where they are none.
func bytes(of text: String, _ start: Int, _ end: Int) -> [UInt8]? {
  let all = Array(text.utf8)
  return 0 <= start && start <= end && end <= all.count ? Array(all[start..<end]) : nil
}

/// Articles to try the command on.
enum Sample {
  static let articles = (try? ArticleFixture.all()) ?? []

  /// All articles as records of one stream: a run of the debug build over each would take too long.
  static let stream = articles.map { article in
    var record = ["text": article.text]
    record["title"] = article.title
    return (try? JSONEncoder().encode(record)).map { String(decoding: $0, as: UTF8.self) + "\n" }
      ?? ""
  }.joined()

  /// The lines that a command writes for all articles, each with its article.
  static func lines(
    _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [(article: ArticleFixture, line: String)] {
    let lines = try success(arguments, input: stream.utf8, sourceLocation: sourceLocation).lines
    try #require(
      articles.count > 0 && lines.count == articles.count, sourceLocation: sourceLocation)
    return Array(zip(articles, lines))
  }

  /// One sentence, its own brief.
  static let sentence = "افتتح الوزير المدرسة الجديدة صباح اليوم."

  /// Long enough for every budget.
  static let long = article("long-feature")
  /// Two sentences.
  static let short = article("flash")
  /// Line breaks inside its sentences.
  static let wrapped = article("hard-wrapped-mail")

  private static func article(_ name: String) -> String {
    articles.first { $0.name == name }?.text ?? ""
  }

  /// A record a line: its number as id, one to seven sentences.
  static func records(_ count: Int) -> [String] {
    (0..<count).map { number in
      let sentence = "هذا هو الخبر رقم \(number) من أخبار اليوم. "
      let text = String(repeating: sentence, count: 1 + number % 7)
      return #"{"id":\#(number),"text":"\#(text)"}"# + "\n"
    }
  }
}
