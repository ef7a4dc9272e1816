import MujazInput
import Testing

/// Text or JSON Lines, by content.
@Suite struct InputKindTests {
  private func kind(_ bytes: [UInt8]) -> InputKind {
    bytes.withUnsafeBufferPointer { InputKind(sniffing: $0) }
  }

  @Test(
    "An object at the head makes JSON Lines",
    arguments: [
      #"{"text":"نعم"}"#, "{}", "{ }", #"{ "a":1}"#, "{\t}", " \n\r\n{\"a\":1}",
      "\u{FEFF}{}",
      "\u{FEFF} \n{ \"a\"", #"{""#, #"{"not JSON at all"#,
    ])
  func jsonLines(_ text: String) {
    #expect(kind(Array(text.utf8)) == .jsonLines)
  }

  @Test(
    "An object in an array, or over lines, makes JSON",
    arguments: [
      #"[{"text":"نعم"}]"#, "\u{FEFF} [ {}", "[\n  {\n    \"text\"", "{\n\"a\":1}", "{ \r\n}",
    ])
  func json(_ text: String) {
    #expect(kind(Array(text.utf8)) == .json)
  }

  @Test(
    "Everything else is text",
    arguments: [
      "", " ", "نص", "قال {\"text\":1}", "{النصرة} تواصل القتال", "{", "{ ", "{{", "{a}", "{1:2}",
      "{'a':1}",
      "[نص]", "[{نص}]", "[", "[]", "[1]", #""text""#, "1", "null", "\u{FEFF}", "\u{FEFF}نص",
      "\u{00A0}{}",
      "\u{200F}{}", "}",
    ])
  func text(_ text: String) {
    #expect(kind(Array(text.utf8)) == .text)
  }

  @Test(
    "Markup is told by its root",
    arguments: [
      ("<!DOCTYPE html><html>", InputKind.html), ("<!doctype HTML>", .html),
      ("\u{FEFF}\n<html>", .html),
      ("<HTML>", .html), ("<p>نص</p>", .html), ("<!-- ملاحظة -->\n<div>", .html),
      ("<?xml version='1.0'?><html>", .html), ("<?xml version='1.0'?>\n<rss>", .feed),
      ("<rss version='2.0'>", .feed), ("<feed xmlns='a'>", .feed),
      ("<?xml?><!-- x --><rdf:RDF>", .feed),
      ("<?xml?><other>", .feed), ("WARC/1.0\r\n", .warc), ("< 5 أشخاص", .text), ("<<", .text),
      ("<", .text),
      ("<!-- ", .text),
    ])
  func markup(_ text: String, _ expected: InputKind) {
    #expect(kind(Array(text.utf8)) == expected)
  }

  @Test("UTF-16 is told by its ASCII")
  func wide() {
    let page = "<html><p>نص</p>"
    #expect(
      kind([0xFF, 0xFE] + page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .html)
    #expect(kind(page.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == .html)
  }

  @Test("Bytes that are no text are sniffed all the same")
  func anyBytes() {
    #expect(kind([0xFF, 0xFE]) == .text)
    #expect(kind([0x50, 0x4B, 0x03, 0x04]) == .docx)
    let head = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
    #expect(kind(head + Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)) == .odt)
    #expect(kind(head + Array("mimetypeapplication/epub+zip".utf8)) == .docx)
    #expect(kind([0xEF, 0xBB]) == .text)
    #expect(kind([0x7B, 0xFF]) == .text)
    #expect(kind([0xEF, 0xBB, 0xBF, 0x7B, 0x22, 0xFF]) == .jsonLines)
  }

  @Test("The kinds have the names of the option's values")
  func names() {
    #expect(
      InputKind.allCases.map(\.rawValue) == [
        "text", "html", "jsonl", "json", "feed", "warc", "docx", "odt", "mail", "subtitles",
      ])
  }
}
