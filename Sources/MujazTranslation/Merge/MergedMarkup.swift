import MujazCore

extension MergedPackage {
  private var isRightToLeft: Bool { Language(targetLanguage)?.isRightToLeft ?? false }

  /// Markdown: the headline as a heading, what would be markup escaped, a rule between documents.
  func markdown() -> [UInt8] {
    var bytes: [UInt8] = []
    for document in documents where document.hasText {
      if !bytes.isEmpty { bytes.append(contentsOf: "\n---\n\n".utf8) }
      for (place, paragraph) in document.paragraphs.filter({ !$0.text.isEmpty }).enumerated() {
        if place > 0 { bytes.append(0x0A) }
        if paragraph.role == .headline { bytes.append(contentsOf: "# ".utf8) }
        Self.appendMarkdown(paragraph.text, to: &bytes)
        bytes.append(0x0A)
      }
    }
    return bytes
  }

  /// A paragraph of Markdown: characters that are markup anywhere, and those that are at the start of a line.
  private static func appendMarkdown(_ text: String, to bytes: inout [UInt8]) {
    var isStart = true
    var isNumber = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "~"):
        bytes.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="):
        if isStart { bytes.append(UInt8(ascii: "\\")) }
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        if isNumber { bytes.append(UInt8(ascii: "\\")) }
      default: break
      }
      isNumber = (isStart || isNumber) && (0x30...0x39).contains(byte)
      isStart = false
      bytes.append(byte)
    }
  }

  /// A page in the direction of the language. No script, nothing from elsewhere.
  func html() -> [UInt8] {
    let language = targetLanguage.isEmpty ? "und" : targetLanguage
    let headline = documents.lazy.flatMap(\.paragraphs).first { $0.role == .headline }?.text
    var xml = XMLBuffer()
    xml.raw("<!DOCTYPE html>\n<html")
    xml.attribute("lang", language)
    xml.attribute("dir", isRightToLeft ? "rtl" : "ltr")
    xml.raw(">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    xml.text(headline ?? documents.first?.original ?? "")
    xml.raw("</title>\n")
    xml.raw(PagePolicy.head())
    xml.raw("</head>\n<body>\n")
    for document in documents where document.hasText {
      xml.raw("<article>\n")
      for paragraph in document.paragraphs where !paragraph.text.isEmpty {
        let isHeadline = paragraph.role == .headline
        xml.raw(isHeadline ? "<h1>" : "<p")
        if !isHeadline {
          if paragraph.role != .body { xml.attribute("class", paragraph.role.rawValue) }
          xml.raw(">")
        }
        xml.text(paragraph.text)
        xml.raw(isHeadline ? "</h1>\n" : "</p>\n")
      }
      xml.raw("</article>\n")
    }
    xml.raw("</body>\n</html>\n")
    return xml.take()
  }

  /// A DOCX file: the headline as a heading, paragraphs in the direction of the language.
  func docx() throws(PackageError) -> [UInt8] {
    var word = WordDocument()
    for document in documents {
      for paragraph in document.paragraphs where !paragraph.text.isEmpty {
        word.paragraph(
          paragraph.text, style: paragraph.role == .headline ? "Heading1" : "Normal",
          isRightToLeft: isRightToLeft || paragraph.text.hasArabicOutside([]))
      }
    }
    return try word.finish(isRightToLeft: isRightToLeft)
  }
}
