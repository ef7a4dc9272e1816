/// What the bench found out.
struct Results {
  var series: [Contestant: Series] = [:]
  /// Start, one article, end; and the same of `/bin/true`, which is what a start costs at least.
  var startup = Series()
  var emptyStartup = Series()
  var stream = Usage(wall: 0, cpu: 0, peak: 0)
  var streamBytes = 0
  var large = Usage(wall: 0, cpu: 0, peak: 0)

  /// How many times faster `contestant` is than `other`.
  func speed(of contestant: Contestant, over other: Contestant) -> Double {
    guard let fast = series[contestant], let slow = series[other] else { return 0 }
    return fast.speed(over: slow)
  }
}

/// Runs all measurements, one after the other.
struct Session: ~Copyable {
  let options: Options
  /// The number for `--jobs` that uses all cores.
  let jobs: Int
  private(set) var workload: Workload
  private(set) var results = Results()

  private static let startupRuns = 21

  init(options: Options, jobs: Int) throws(BenchError) {
    self.options = options
    self.jobs = jobs
    workload = try Workload(fixtures: Fixture.all(in: options.fixtures))
  }

  mutating func run() throws(BenchError) {
    try workload.generate()
    try checkOutput()
    try measureSpeed()
    try measureStartup()
    try measureStream()
    try measureLarge()
  }

  /// Runs everything once, unmeasured: the files get into the page cache, and a command that writes
  /// nothing, or not a line for each record, does not come through as a fast one.
  private func checkOutput() throws(BenchError) {
    for contestant in Contestant.allCases {
      let command = command(for: contestant)
      _ = try command.measure(output: workload.output)
      let lines = try outputSize().lines
      let expected = contestant == .icu || contestant == .words ? 1 : workload.articles
      if lines != expected {
        throw .output(
          command: command.line, problem: "\(lines) lines of output instead of \(expected)")
      }
    }
  }

  private mutating func measureSpeed() throws(BenchError) {
    let commands = Contestant.allCases.map { (key: $0, command: command(for: $0)) }
    results.series = try interleave(commands, rounds: options.runs)
  }

  private mutating func measureStartup() throws(BenchError) {
    let empty = Command(program: "/bin/true", arguments: [])
    let brief = Command(program: options.mujaz, arguments: ["brief", workload.article])
    _ = try measureOutput(of: brief)
    let commands = [(key: true, command: brief), (key: false, command: empty)]
    let series = try interleave(commands, rounds: Self.startupRuns)
    results.startup = series[true] ?? Series()
    results.emptyStartup = series[false] ?? Series()
  }

  private mutating func measureStream() throws(BenchError) {
    let command = mujaz("brief", jobs: jobs, file: nil)
    let count = options.streamArticles
    var bytes = 0
    results.stream = try command.measure { (writer: inout ByteWriter) throws(BenchError) in
      try workload.stream(count, to: &writer)
      bytes = writer.total
    }
    results.streamBytes = bytes
  }

  private mutating func measureLarge() throws(BenchError) {
    let command = Command(program: options.mujaz, arguments: ["brief", workload.large])
    results.large = try measureOutput(of: command)
  }

  /// Measures one run and makes sure that it wrote something.
  private func measureOutput(of command: Command) throws(BenchError) -> Usage {
    let usage = try command.measure(output: workload.output)
    if try outputSize().bytes == 0 { throw .output(command: command.line, problem: "no output") }
    return usage
  }

  private func outputSize() throws(BenchError) -> (lines: Int, bytes: Int) {
    var size = (lines: 0, bytes: 0)
    try forEachBlock(of: workload.output) { block in
      size.bytes += block.count
      for byte in block where byte == UInt8(ascii: "\n") { size.lines += 1 }
    }
    return size
  }

  private func command(for contestant: Contestant) -> Command {
    switch contestant {
    case .icu: Command(program: options.icu, arguments: [workload.texts])
    case .words: Command(program: "wc", arguments: ["-w", workload.lines])
    case .segment: mujaz("segment", jobs: 1, file: workload.records)
    case .brief: mujaz("brief", jobs: 1, file: workload.records)
    case .quotes: mujaz("quotes", jobs: 1, file: workload.records)
    case .segmentAll: mujaz("segment", jobs: jobs, file: workload.records)
    case .briefAll: mujaz("brief", jobs: jobs, file: workload.records)
    }
  }

  private func mujaz(_ subcommand: String, jobs: Int, file: String?) -> Command {
    let options = [subcommand, "--input", "jsonl", "--format", "jsonl", "--jobs", "\(jobs)"]
    return Command(program: self.options.mujaz, arguments: options + (file.map { [$0] } ?? []))
  }
}
