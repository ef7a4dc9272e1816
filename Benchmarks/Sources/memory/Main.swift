import Foundation

/// A memory of a million units: how long it takes to come in, and how quickly and how well edited sentences are found in it.
///
/// `memory MUJAZ [UNITS [SENTENCES]]`, from the root of the project. Exit 1 where a bar is missed.
@main
enum Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: memory MUJAZ [UNITS [SENTENCES]]")
      exit(2)
    }
    let units = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 1_000_000
    let sentences = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 1_000
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mujaz-memory-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var bench = Bench(
      mujaz: arguments[1], memory: folder.appendingPathComponent("memory").path,
      corpus: try Corpus(folder: "Tests/Fixtures/Articles", seed: 2026))
    let isGood = try bench.run(units: units, sentences: sentences)
    if !isGood {
      try? FileManager.default.removeItem(at: folder)
      exit(1)
    }
  }
}

private struct Bench {
  let mujaz: String
  let memory: String
  var corpus: Corpus
  private var judge = Judge()

  init(mujaz: String, memory: String, corpus: Corpus) {
    self.mujaz = mujaz
    self.memory = memory
    self.corpus = corpus
  }

  mutating func run(units: Int, sentences: Int) throws -> Bool {
    let usage = try fill(units)
    print(
      "import of \(units) units: \(rounded(usage.seconds)) s, \(rounded(usage.megabytes)) MB"
        + " (making them included)")
    var queries: [[String]] = []
    for _ in 0..<sentences { queries.append(corpus.edited(stored[corpus.below(units)])) }
    let (times, percents) = try lookUp(queries)
    let median = times.sorted()[times.count / 2] * 1000
    let late = times.sorted()[times.count * 99 / 100] * 1000
    print("fuzzy look-up: median \(rounded(median)) ms, 99 % within \(rounded(late)) ms")
    var missed = 0
    for (query, percent) in zip(queries, percents)
    where judge.hasBetter(than: percent, for: query) { missed += 1 }
    let found = Double(sentences - missed) / Double(sentences)
    print("best match found: \(sentences - missed) of \(sentences)")
    return usage.seconds <= 60 && usage.megabytes <= 300 && median <= 10 && found >= 0.99
  }

  private var stored: [[String]] = []

  private mutating func fill(_ units: Int) throws -> Command.Usage {
    let command = try Command(mujaz, ["tm", "import", "--tm", memory, "--to", "en", "--quiet"])
    var text = ""
    for number in 0..<units {
      let sentence = corpus.sentence()
      stored.append(sentence)
      judge.add(sentence)
      text += sentence.joined(separator: " ")
      text +=
        "\tSentence \(number): this is about as long as a translation of it would be in English.\n"
      if number % 1000 == 999 {
        try command.send(text)
        text = ""
      }
    }
    try command.send(text)
    return try command.finish()
  }

  /// The seconds that each look-up took, from the sentence sent to the answer received, and the best match's percentage.
  private func lookUp(_ queries: [[String]]) throws -> (times: [Double], percents: [Int]) {
    struct Answer: Decodable {
      struct Match: Decodable { var percent: Int }
      var matches: [Match]
    }
    let command = try Command(
      mujaz, ["tm", "lookup", "--tm", memory, "--format", "jsonl", "--limit", "1"])
    var times: [Double] = []
    var percents: [Int] = []
    for query in queries {
      let start = Date()
      try command.send(query.joined(separator: " ") + "\n")
      let line = try command.line()
      times.append(Date().timeIntervalSince(start))
      let answer = try JSONDecoder().decode(Answer.self, from: line)
      // 50 is the least that is a match; 100 is no better than 99 for the judge, who knows words alone.
      percents.append(min(99, answer.matches.first?.percent ?? 49))
    }
    _ = try command.finish()
    return (times, percents)
  }

  private func rounded(_ value: Double) -> String { String(format: "%.1f", value) }
}
