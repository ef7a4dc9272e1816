/// A number of the results that a bar can be set for.
enum Figure: String, CaseIterable {
  /// Speed of one thread beside that of ICU.
  case segmentRatio = "segment_ratio"
  case briefRatio = "brief_ratio"
  case quotesRatio = "quotes_ratio"
  /// Speed on all cores beside that on one.
  case segmentScale = "segment_scale"
  case briefScale = "brief_scale"
  case startup = "startup_ms"
  case streamMemory = "stream_mb"
  case largeMemory = "large_mb"
  case largeTime = "large_s"

  /// More is better: the figure takes `--min`. Less is better for the others: they take `--max`.
  var wantsMore: Bool {
    switch self {
    case .segmentRatio, .briefRatio, .quotesRatio, .segmentScale, .briefScale: true
    case .startup, .streamMemory, .largeMemory, .largeTime: false
    }
  }

  func value(in results: Results) -> Double {
    switch self {
    case .segmentRatio: results.speed(of: .segment, over: .icu)
    case .briefRatio: results.speed(of: .brief, over: .icu)
    case .quotesRatio: results.speed(of: .quotes, over: .icu)
    case .segmentScale: results.speed(of: .segmentAll, over: .segment)
    case .briefScale: results.speed(of: .briefAll, over: .brief)
    case .startup: results.startup.wall * 1000
    case .streamMemory: megabytes(results.stream.peak)
    case .largeMemory: megabytes(results.large.peak)
    case .largeTime: results.large.wall
    }
  }
}

/// A limit for a figure, from `--min` or `--max`.
struct Bar {
  let figure: Figure
  let limit: Double

  /// What to say when the bar is missed; `nil` when it is held. The exact value counts, not the
  /// rounded one of the table.
  func miss(in results: Results) -> String? {
    let value = figure.value(in: results)
    if figure.wantsMore ? value >= limit : value <= limit { return nil }
    let side = figure.wantsMore ? "below" : "above"
    return "\(figure.rawValue) \(decimal(value, 4)) is \(side) \(limit)"
  }
}
