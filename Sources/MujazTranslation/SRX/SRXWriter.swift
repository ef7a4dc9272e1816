/// Writes SRX 2.0.
public enum SRXWriter {
  /// The document as a file, valid against the schema of SRX 2.0. `comments` stand at its head, one line each.
  public static func bytes(_ document: SRXDocument, comments: [String] = []) -> [UInt8] {
    var xml = XMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    if !comments.isEmpty {
      xml.raw("<!--\n")
      for comment in comments {
        // Two hyphens would end the comment.
        xml.raw("  ")
        xml.text(
          comment.split(separator: "-", omittingEmptySubsequences: true).joined(separator: "-"))
        xml.raw("\n")
      }
      xml.raw("-->\n")
    }
    xml.raw("<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n")
    xml.raw("  <header segmentsubflows=\"yes\"")
    xml.attribute("cascade", document.cascades ? "yes" : "no")
    xml.raw(">\n")
    xml.raw("    <formathandle type=\"start\" include=\"no\"/>\n")
    xml.raw("    <formathandle type=\"end\" include=\"yes\"/>\n")
    xml.raw("    <formathandle type=\"isolated\" include=\"yes\"/>\n")
    xml.raw("  </header>\n  <body>\n    <languagerules>\n")
    for language in document.languageRules {
      xml.raw("      <languagerule")
      xml.attribute("languagerulename", language.name)
      xml.raw(">\n")
      for rule in language.rules { write(rule, &xml) }
      xml.raw("      </languagerule>\n")
    }
    xml.raw("    </languagerules>\n    <maprules>\n")
    for map in document.maps {
      xml.raw("      <languagemap")
      xml.attribute("languagepattern", map.languagePattern)
      xml.attribute("languagerulename", map.name)
      xml.raw("/>\n")
    }
    xml.raw("    </maprules>\n  </body>\n</srx>\n")
    return xml.take()
  }

  private static func write(_ rule: SRXRule, _ xml: inout XMLBuffer) {
    xml.raw("        <rule")
    xml.attribute("break", rule.isBreak ? "yes" : "no")
    xml.raw(">\n          <beforebreak>")
    xml.text(rule.before)
    xml.raw("</beforebreak>\n          <afterbreak>")
    xml.text(rule.after)
    xml.raw("</afterbreak>\n        </rule>\n")
  }
}
