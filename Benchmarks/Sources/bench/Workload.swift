/// The files that the programs read, in a folder that goes away with the value.
struct Workload: ~Copyable {
  /// The length of each part. Bytes count article text alone, without the JSON around it.
  enum Size {
    static let corpusBytes = 20_000_000
    static let articleBytes = 3_000
    static let largeBytes = 50_000_000
    static let streamArticles = 1_000_000
    static let quickStreamArticles = 100_000
  }

  private static let seed: UInt64 = 0x6D75_6A61_7A

  private let folder: TemporaryFolder
  private var corpus: Corpus
  /// Number of articles in the corpus.
  private(set) var articles = 0
  /// Bytes of article text in the corpus.
  private(set) var textBytes = 0
  /// Bytes of the corpus as JSON Lines.
  private(set) var jsonBytes = 0

  /// The corpus as JSON Lines, for mujaz.
  var records: String { "\(folder.path)/articles.jsonl" }
  /// The same texts, each ended by a NUL byte, for icu-sentences.
  var texts: String { "\(folder.path)/articles.nul" }
  /// The same texts, each ended by a line feed, for `wc -w`.
  var lines: String { "\(folder.path)/articles.txt" }
  /// One article of usual length as plain text.
  var article: String { "\(folder.path)/article.txt" }
  /// One article of 50 MB as plain text.
  var large: String { "\(folder.path)/large.txt" }
  /// Where a program writes when what it writes is looked at.
  var output: String { "\(folder.path)/output" }

  /// A workload with an empty folder.
  init(fixtures: [Fixture]) throws(BenchError) {
    folder = try TemporaryFolder()
    corpus = Corpus(fixtures: fixtures, seed: Self.seed)
  }

  /// Writes all files. The stream is made while it is read.
  mutating func generate() throws(BenchError) {
    try writeCorpus()
    try writeText(Size.articleBytes, to: article)
    try writeText(Size.largeBytes, to: large)
  }

  private mutating func writeCorpus() throws(BenchError) {
    var recordWriter = try ByteWriter(path: records)
    var textWriter = try ByteWriter(path: texts)
    var lineWriter = try ByteWriter(path: lines)
    while textBytes < Size.corpusBytes {
      corpus.advance(length: corpus.newsLength())
      articles += 1
      textBytes += corpus.text.count
      try recordWriter.write(corpus.record(id: articles))
      try textWriter.write(corpus.text + [0])
      try lineWriter.write(corpus.text + [UInt8(ascii: "\n")])
    }
    try recordWriter.flush()
    try textWriter.flush()
    try lineWriter.flush()
    jsonBytes = recordWriter.total
  }

  /// Writes one article, in pieces: a text of 50 MB in the memory of the bench would show as memory
  /// of the programs it starts (see `ByteWriter`).
  private mutating func writeText(_ length: Int, to path: String) throws(BenchError) {
    var writer = try ByteWriter(path: path)
    while writer.total < length {
      corpus.advance(length: min(length - writer.total, 10_000))
      try writer.write(corpus.text + [UInt8(ascii: "\n")])
    }
    try writer.flush()
  }

  /// Writes `count` short articles as JSON Lines.
  mutating func stream(_ count: Int, to writer: inout ByteWriter) throws(BenchError) {
    for id in 1...count {
      corpus.advance(length: corpus.shortLength())
      try writer.write(corpus.record(id: id))
    }
  }
}
