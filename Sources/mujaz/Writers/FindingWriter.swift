import MujazTranslation

/// Writes the findings of `mujaz check`.
enum FindingWriter {
  /// `FILE:LINE: error: rule: segment: what`, a line each, and a sum; where there are rows, `FILE: row ROW: error: …`.
  static func text(
    _ findings: [Finding], file: String, format: PackageReader.Format
  ) -> [UInt8] {
    let name = Arguments.shown(file)
    var text = ""
    for finding in findings {
      let number = format.hasRows ? ": row \(finding.line)" : ":\(finding.line)"
      let place = finding.line > 0 ? name + number : name
      let segment = finding.segment.isEmpty ? "" : "\(finding.segment): "
      text += "\(place): \(finding.severity): \(finding.rule): \(segment)\(finding.message)\n"
    }
    text += findings.summary + "\n"
    return Array(text.utf8)
  }

  /// One object: the file, the counts, the findings.
  static func json(_ findings: [Finding], file: String) -> [UInt8] {
    var output = JSONWriter()
    output.beginLine()
    output.member("id", Arguments.shown(file))
    output.member("errors", findings.count(of: .error))
    output.member("warnings", findings.count(of: .warning))
    output.member("notes", findings.count(of: .note))
    output.beginArray("findings")
    for finding in findings {
      output.beginObject()
      output.member("severity", finding.severity.rawValue)
      output.member("rule", finding.rule.rawValue)
      output.member("document", finding.document)
      output.member("segment", finding.segment)
      output.member("line", finding.line)
      output.member("message", finding.message)
      output.member("source", finding.source)
      output.member("target", finding.target)
      output.endObject()
    }
    output.endArray()
    output.endLine()
    return output.bytes.take()
  }
}
