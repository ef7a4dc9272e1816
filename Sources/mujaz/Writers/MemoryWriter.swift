import Glibc
import MujazTranslation

/// Writes units and matches of a memory, for people or as JSON Lines.
struct MemoryWriter: ~Copyable {
  private let format: MemoryListFormat
  private var text = ""
  private var json = JSONWriter()

  init(_ format: MemoryListFormat) { self.format = format }

  /// A unit of a concordance.
  mutating func write(_ unit: MemoryUnit) {
    switch format {
    case .text:
      text += unit.source.asLine + "\n" + unit.target.asLine + "\n"
      let remark = [unit.origin.asLine, unit.date].filter { !$0.isEmpty }.joined(separator: " · ")
      text += remark.isEmpty ? "\n" : "(\(remark))\n\n"
    case .jsonl:
      json.raw("{")
      json.unit(unit)
      json.raw("}\n")
    }
  }

  /// The matches of a sentence.
  mutating func write(_ sentence: String, _ matches: [MemoryMatch]) {
    switch format {
    case .text:
      text += sentence.asLine + "\n"
      for match in matches {
        text += "  \(match.percent) %  \(match.unit.source.asLine)\n"
        text += "         \(match.target.asLine)\n"
        if !match.differences.isEmpty {
          text += "         (\(match.differences.map(\.description).joined(separator: "; ")))\n"
        }
      }
      text += "\n"
    case .jsonl:
      json.raw("{\"text\":")
      json.string(sentence)
      json.raw(",\"matches\":[")
      for (index, match) in matches.enumerated() {
        json.raw(index == 0 ? "{\"percent\":" : ",{\"percent\":")
        json.integer(match.percent)
        json.raw(",")
        json.unit(match.unit)
        json.raw(",\"adapted\":")
        if let adapted = match.adaptedTarget { json.string(adapted) } else { json.raw("null") }
        json.raw(",\"differences\":[")
        for (place, difference) in match.differences.enumerated() {
          json.raw(place == 0 ? "{\"old\":" : ",{\"old\":")
          json.string(difference.old)
          json.member("new", difference.new)
          json.raw("}")
        }
        json.raw("]}")
      }
      json.raw("]}\n")
    }
  }

  /// What has been written since the last call; text for a terminal is cleaned of what would steer it.
  mutating func take() -> [UInt8] {
    if format == .jsonl { return json.bytes.take() }
    defer { text = "" }
    let bytes = Array(text.utf8)
    return isatty(STDOUT_FILENO) != 0 ? Terminal.clean(bytes) : bytes
  }

  mutating func finish(to path: String?) throws(Failure) {
    try OutputFile.write(take(), to: path)
  }

  // MARK: Statistics

  static func text(_ statistics: MemoryStatistics) -> [UInt8] {
    var lines = ["units            \(statistics.units)"]
    for pair in statistics.pairs {
      lines.append("  \(pair.source.asLine) to \(pair.target.asLine)  \(pair.units)")
    }
    lines.append("contexts         \(statistics.contexts)")
    lines.append("parts of index   \(statistics.indexParts)")
    if !statistics.oldest.isEmpty {
      lines.append("dates            \(statistics.oldest) to \(statistics.newest)")
    }
    lines.append("origins")
    for origin in statistics.origins {
      lines.append("  \(origin.units)  \(origin.name.isEmpty ? "(unknown)" : origin.name.asLine)")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  static func json(_ statistics: MemoryStatistics) -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"units\":")
    json.integer(statistics.units)
    json.raw(",\"languages\":[")
    for (index, pair) in statistics.pairs.enumerated() {
      json.raw(index == 0 ? "{\"source\":" : ",{\"source\":")
      json.string(pair.source)
      json.member("target", pair.target)
      json.raw(",\"units\":")
      json.integer(pair.units)
      json.raw("}")
    }
    json.raw("],\"contexts\":")
    json.integer(statistics.contexts)
    json.raw(",\"index_parts\":")
    json.integer(statistics.indexParts)
    json.member("oldest", statistics.oldest)
    json.member("newest", statistics.newest)
    json.raw(",\"origins\":[")
    for (index, origin) in statistics.origins.enumerated() {
      json.raw(index == 0 ? "{\"name\":" : ",{\"name\":")
      json.string(origin.name)
      json.raw(",\"units\":")
      json.integer(origin.units)
      json.raw("}")
    }
    json.raw("]}\n")
    return json.bytes.take()
  }
}

extension JSONWriter {
  /// The members of a unit.
  fileprivate mutating func unit(_ unit: MemoryUnit) {
    raw("\"source\":")
    string(unit.source)
    member("target", unit.target)
    member("source_language", unit.sourceLanguage)
    member("target_language", unit.targetLanguage)
    member("origin", unit.origin)
    member("date", unit.date)
  }
}

extension String {
  /// In one line, whatever it holds.
  fileprivate var asLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
