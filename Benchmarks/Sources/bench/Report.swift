/// Writes the results as plain text.
struct Report: ~Copyable {
  private let session: Session

  init(of session: consuming Session) { self.session = session }

  /// The bars that were missed, in one line; `nil` when all are held.
  var misses: String? {
    let misses = session.options.bars.compactMap { $0.miss(in: session.results) }
    return misses.isEmpty ? nil : misses.joined(separator: "; ")
  }

  var text: String { [machine, corpus, "", speed, "", scale, singles, ""].joined(separator: "\n") }

  private var machine: String {
    let cores = Machine.cores()
    let processor = Machine.processor().map { " (\($0))" } ?? ""
    return "mujaz bench, \(Machine.date()), \(cores) \(cores == 1 ? "core" : "cores")\(processor)"
  }

  private var corpus: String {
    let text = decimal(megabytes(session.workload.textBytes), 1)
    let json = decimal(megabytes(session.workload.jsonBytes), 1)
    return """
      \(text) MB of text in \(grouped(session.workload.articles)) articles, \(json) MB as JSON \
      Lines; medians of \(session.options.runs) rounds, peaks the highest
      """
  }

  private var speed: String {
    var table = Table(header: ["speed", "MB/s", "to ICU", "CPU s", "peak MB"])
    for contestant in Contestant.allCases {
      guard let series = session.results.series[contestant] else { continue }
      table.add([
        name(of: contestant),
        decimal(megabytes(session.workload.textBytes) / series.wall, 1),
        decimal(session.results.speed(of: contestant, over: .icu), 2),
        decimal(series.cpu, 2),
        decimal(megabytes(series.peak), 1),
      ])
    }
    return table.text
  }

  private var scale: String {
    let segment = decimal(Figure.segmentScale.value(in: session.results), 2)
    let brief = decimal(Figure.briefScale.value(in: session.results), 2)
    return "all cores over one: segment \(segment), brief \(brief)\n"
  }

  private var singles: String {
    let results = session.results
    let streamLabel = "stream of \(grouped(session.options.streamArticles)) articles"
    var table = Table(header: ["brief of", "input MB", "time", "CPU s", "peak MB"])
    let articleBytes = Workload.Size.articleBytes
    table.add(row("nothing: /bin/true", nil, results.emptyStartup))
    table.add(row("one article", articleBytes, results.startup))
    table.add(row(streamLabel, results.streamBytes, Series(runs: [results.stream])))
    table.add(row("one large article", Workload.Size.largeBytes, Series(runs: [results.large])))
    return table.text
  }

  private func row(_ label: String, _ bytes: Int?, _ series: Series) -> [String] {
    let wall = series.wall
    return [
      label,
      bytes.map { decimal(megabytes($0), 3) } ?? "",
      wall < 0.1 ? "\(decimal(wall * 1000, 1)) ms" : "\(decimal(wall, 2)) s",
      decimal(series.cpu, 3),
      decimal(megabytes(series.peak), 1),
    ]
  }

  private func name(of contestant: Contestant) -> String {
    switch contestant {
    case .icu: "ICU sentences"
    case .words: "wc -w"
    case .segment: "mujaz segment --jobs 1"
    case .brief: "mujaz brief --jobs 1"
    case .quotes: "mujaz quotes --jobs 1"
    case .segmentAll: "mujaz segment --jobs \(session.jobs)"
    case .briefAll: "mujaz brief --jobs \(session.jobs)"
    }
  }
}
