import MujazPlatform
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
      json.beginLine()
      json.unit(unit)
      json.endLine()
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
      json.beginLine()
      json.member("text", sentence)
      json.beginArray("matches")
      for match in matches { json.match(match) }
      json.endArray()
      json.endLine()
    }
  }

  /// What has been written since the last call; text for a terminal is cleaned of what would steer it.
  mutating func take() -> [UInt8] {
    if format == .jsonl { return json.bytes.take() }
    defer { text = "" }
    let bytes = Array(text.utf8)
    return isatty(STDOUT_FILENO) != 0 ? Terminal.clean(bytes) : bytes
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
    json.beginLine()
    json.member("units", statistics.units)
    json.beginArray("languages")
    for pair in statistics.pairs {
      json.beginObject()
      json.member("source", pair.source)
      json.member("target", pair.target)
      json.member("units", pair.units)
      json.endObject()
    }
    json.endArray()
    json.member("contexts", statistics.contexts)
    json.member("index_parts", statistics.indexParts)
    json.member("oldest", statistics.oldest)
    json.member("newest", statistics.newest)
    json.beginArray("origins")
    for origin in statistics.origins {
      json.beginObject()
      json.member("name", origin.name)
      json.member("units", origin.units)
      json.endObject()
    }
    json.endArray()
    json.endLine()
    return json.bytes.take()
  }
}

extension JSONWriter {
  fileprivate mutating func match(_ match: MemoryMatch) {
    beginObject()
    member("percent", match.percent)
    unit(match.unit)
    if let adapted = match.adaptedTarget { member("adapted", adapted) } else { null("adapted") }
    beginArray("differences")
    for difference in match.differences {
      beginObject()
      member("old", difference.old)
      member("new", difference.new)
      endObject()
    }
    endArray()
    endObject()
  }

  /// The members of a unit.
  fileprivate mutating func unit(_ unit: MemoryUnit) {
    member("source", unit.source)
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
