/// The findings as a page for people. No script, nothing from elsewhere.
public enum FindingPage {
  /// The page, in UTF-8. `file` is what the package is called; the languages are BCP 47 tags; `format` says whether the
  /// places of the findings are lines or rows.
  public static func html(
    _ findings: [Finding], file: String, languages: (source: String, target: String),
    format: PackageReader.Format? = nil
  )
    -> [UInt8]
  {
    var xml = XMLBuffer()
    xml.raw(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>mujaz check: ")
    xml.text(file)
    xml.raw("</title>\n")
    xml.raw(PagePolicy.head(style: style))
    xml.raw("</head>\n<body>\n<h1><bdi>")
    xml.text(file)
    xml.raw("</bdi></h1>\n<p>")
    xml.text(findings.summary)
    xml.raw("</p>\n")
    if !findings.isEmpty {
      xml.raw(
        "<table>\n<thead><tr><th>"
      )
      xml.text(format?.hasRows == true ? "row" : "line")
      xml.raw(
        "</th><th>rule</th><th>what</th><th>source</th><th>target</th></tr></thead>\n<tbody>\n"
      )
      for finding in findings { row(finding, languages, &xml) }
      xml.raw("</tbody>\n</table>\n")
    }
    xml.raw("</body>\n</html>\n")
    return xml.take()
  }

  private static let style: StaticString = """

    body { font: 16px/1.5 sans-serif; margin: 2em auto; max-width: 80em; padding: 0 1em }
    table { border-collapse: collapse; width: 100% }
    td, th { border: 1px solid #999; padding: .4em; vertical-align: top; text-align: start }
    td.id { font: 12px/1.4 monospace }
    .error td:first-child { background: #fdd } .warning td:first-child { background: #ffd }

    """

  private static func row(
    _ finding: Finding, _ languages: (source: String, target: String), _ xml: inout XMLBuffer
  ) {
    xml.raw("<tr")
    xml.attribute("class", finding.severity.rawValue)
    xml.raw("><td>")
    xml.integer(finding.line)
    xml.raw("</td><td>")
    xml.text(finding.rule.rawValue)
    xml.raw("</td><td dir=\"auto\">")
    xml.text(finding.message)
    xml.raw("<br><span class=\"id\">")
    xml.text(finding.segment)
    xml.raw("</span></td>")
    cell(finding.source, languages.source, &xml)
    cell(finding.target, languages.target, &xml)
    xml.raw("</tr>\n")
  }

  private static func cell(_ text: String, _ language: String, _ xml: inout XMLBuffer) {
    xml.raw("<td dir=\"auto\"")
    if Language(language) != nil { xml.attribute("lang", language) }
    xml.raw(">")
    xml.text(text)
    xml.raw("</td>")
  }
}
