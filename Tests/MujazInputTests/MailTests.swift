import Foundation
import MujazCore
import Testing

@testable import MujazInput

/// Messages of mail, made here.
@Suite struct MailTests {
  static let sentences = [
    "أعلنت وزارة النقل اليوم بدء تشغيل خط جديد للنقل النهري يربط ضفتي المدينة.",
    "وقال الوزير إن الرحلات ستكون كل ربع ساعة من السادسة صباحا حتى منتصف الليل.",
  ]
  static let text = sentences.joined(separator: "\n\n")
  static let base64 = Data(text.utf8).base64EncodedString(options: .lineLength76Characters)
  static let page = sentences.map { "<p>\($0)</p>" }.joined()

  /// Every byte that is no letter of ASCII as a code, in short lines.
  static func quoted(_ text: String) -> String {
    var line = ""
    var lines: [String] = []
    for byte in text.utf8 {
      let hex = String(byte, radix: 16, uppercase: true)
      line +=
        (0x21...0x7E).contains(byte) && byte != 0x3D
        ? String(UnicodeScalar(byte)) : byte < 16 ? "=0\(hex)" : "=\(hex)"
      if line.count > 70 {
        lines.append(line)
        line = ""
      }
    }
    return (lines + [line]).joined(separator: "=\r\n")
  }

  static func word(_ text: String) -> String {
    "=?utf-8?B?\(Data(text.utf8).base64EncodedString())?="
  }

  /// A message with a sender and a subject.
  static func message(_ fields: String, _ body: String) -> [UInt8] {
    Array("From: x@example.org\r\nSubject: \(word("خط جديد"))\r\n\(fields)\r\n\r\n\(body)".utf8)
  }

  private func article(_ bytes: [UInt8]) throws -> CleanArticle {
    try #require(try entries(bytes, .mail).first?.article)
  }

  private func refusal(_ bytes: [UInt8], isStrict: Bool = false) -> InputError? {
    bytes.withUnsafeBufferPointer { buffer in
      do throws(InputError) {
        _ = try DocumentReader(decoder: TextDecoder(isStrict: isStrict)).read(buffer, .mail)
        return nil
      } catch {
        return error
      }
    }
  }

  // MARK: Header

  @Test("Subject, date and sender's name are read, encoded or not")
  func header() throws {
    let message = """
      Received: from a.example.org
      \tby b.example.org; Tue, 24 Nov 2026 10:00:01 +0300
      From: "\(Self.word("هدى ناصر"))" <huda@example.org>, other@example.org
      To: desk@example.org
      subject: Fwd: RE: =?UTF-8?Q?=D8=A7=D9=81=D8=AA=D8=AA=D8?= =?utf-8*ar?q?=A7=D8=AD?=
       =?utf-8?B?INiu2Lc=?= (1)
      Date: Tue, 24 Nov 2026 10:00:00 +0300

      \(Self.text)
      """
    let article = try article(Array(message.utf8))
    #expect(String(decoding: article.title, as: UTF8.self) == "افتتاح خط (1)")
    #expect(article.metadata.headline == "افتتاح خط (1)")
    #expect(article.metadata.author == "هدى ناصر")
    #expect(article.metadata.date == "2026-11-24")
    #expect(String(decoding: article.text, as: UTF8.self) == "افتتاح خط (1)\n\n\(Self.text)")
  }

  @Test(
    "A sender is a name and never an address",
    arguments: [
      ("هدى ناصر <huda@example.org>", "هدى ناصر"), ("huda@example.org", nil),
      ("<huda@example.org>", nil),
      ("huda@example.org (هدى ناصر)", "هدى ناصر"), ("\"huda@example.org\" <huda@example.org>", nil),
      ("\"ناصر، هدى\" <huda@example.org>", "ناصر، هدى"),
      ("=?windows-1256?Q?=E5=CF=EC?= <huda@example.org>", "هدى"),
      ("=?x-unknown?B?2YfYr9mJ?= <huda@example.org>", "هدى"),
      ("=?utf-8?X?abc?= <huda@example.org>", "=?utf-8?X?abc?="),
      ("=?utf-8?B?***?= <huda@example.org>", "=?utf-8?B?***?="),
    ])
  func sender(_ field: String, _ name: String?) throws {
    let bytes = Array("From: \(field)\nDate: x\n\n\(Self.text)".utf8)
    #expect(try article(bytes).metadata.author == name)
  }

  // MARK: Texts

  /// Fields, a body, and whether its paragraphs come of HTML.
  private static let bodies: [(fields: String, body: String)] = [
    ("X: y", text), ("Content-Type: text/plain; charset=utf-8", text),
    ("Content-Transfer-Encoding: base64", base64),
    ("Content-Transfer-Encoding: BASE64", base64 + "=\r\nfooter"),
    ("Content-Transfer-Encoding: quoted-printable", quoted(text)),
    ("Content-Type: text/plain; charset=us-ascii", text),
    ("Content-Type: text/plain; charset=windows-1256", text),
    (
      "Content-Type: multipart/alternative; boundary=\"b\"",
      "--b\r\nContent-Type: text/html\r\n\r\n<p>غير هذا</p>\r\n--b\r\n\r\n\(text)\r\n--b--\r\nتذييل"
    ),
    (
      "Content-Type: multipart/mixed; boundary=b",
      "مقدمة\r\n--b\r\nContent-Type: multipart/alternative; boundary=bb\r\n\r\n--bb\r\n\r\n\(text)\r\n--bb--\r\n--b\r\n"
        + "Content-Disposition: attachment; filename=a.txt\r\n\r\nمرفق\r\n--b\r\nContent-Type: image/png\r\n\r\nxxxx\r\n--b\r\n"
        + "Content-Type: message/rfc822\r\n\r\nSubject: a\r\n\r\nنص آخر\r\n--b--"
    ),
    (
      "Content-Type: multipart/mixed; boundary=b",
      "--b\r\n\r\n\(sentences[0])\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b  \r\n\r\n\(sentences[1])"
    ),
    ("Content-Type: text/plain", text + "\n\n-- \nهدى ناصر\nمراسلة"),
    (
      "Content-Type: text/plain",
      "في 3 آذار 2026 كتبت هدى <huda@example.org>:\n> هل من جديد؟\n>\n>> نعم\n\n" + text
    ),
    (
      "Content-Type: text/plain",
      text + "\n\nOn Mon, 2 Mar 2026, huda@example.org\nwrote:\n\n> هل من جديد؟\n"
    ),
    (
      "Content-Type: text/plain; format=flowed",
      "أعلنت وزارة النقل اليوم بدء تشغيل خط \n جديد للنقل النهري يربط ضفتي المدينة.\n\n"
        + sentences[1]
    ),
    (
      "Content-Type: text/plain; format=flowed; delsp=yes",
      "أعلنت وزارة النقل اليوم بدء تشغيل خط  \nجديد للنقل النهري يربط ضفتي المدينة.\n\n"
        + sentences[1]
    ),
  ]

  @Test("The plain text is the sender's own, however it is packed", arguments: bodies)
  func plain(_ fields: String, _ body: String) throws {
    let article = try article(Self.message(fields, body))
    let text = String(decoding: article.text, as: UTF8.self).replacingOccurrences(
      of: "\r", with: "")
    #expect(text == "خط جديد\n\n\(Self.text)")
    #expect(article.isPlain)
  }

  @Test(
    "Without a plain text the paragraphs are those of the HTML",
    arguments: [
      ("Content-Type: text/html; charset=utf-8", page),
      ("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable", quoted(page)),
      (
        "Content-Type: multipart/alternative; boundary=b",
        "--b\r\nContent-Type: text/plain\r\n\r\n \r\n--b\r\nContent-Type: text/html\r\n\r\n\(page)\r\n--b--"
      ),
      (
        "Content-Type: multipart/mixed; boundary=b",
        "--b\r\n\r\n\(sentences[0])\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\(sentences[1])</p>\r\n--b--"
      ),
    ])
  func html(_ fields: String, _ body: String) throws {
    let article = try article(Self.message(fields, body))
    let lines = article.paragraphs.map {
      String(decoding: article.text[$0.start..<$0.end], as: UTF8.self)
    }
    #expect(lines == Self.sentences)
  }

  @Test("A charset that the message states is taken unless its bytes say UTF-8")
  func charsets() throws {
    let words = "هدى ناصر في عمان"
    let packed = [
      ("windows-1256", "5c/sIOTH1dEg3e0g2uPH5A=="), ("iso-8859-6", "58/pIObH1dEg4eog2eXH5g=="),
      ("utf-16le", "RwYvBkkGIABGBicGNQYxBiAAQQZKBiAAOQZFBicGRgY="),
      ("windows-1256", Data(words.utf8).base64EncodedString()),
      ("us-ascii", Data(words.utf8).base64EncodedString()), ("none", "5c/sIOTH1dEg3e0g2uPH5A=="),
    ]
    for (charset, body) in packed {
      let fields =
        "Content-Type: text/plain; charset=\(charset)\r\nContent-Transfer-Encoding: base64"
      let text = String(decoding: try article(Self.message(fields, body)).text, as: UTF8.self)
      #expect(text == "خط جديد\n\n\(words)", "\(charset)")
    }
  }

  // MARK: Refusals

  private static func nested(_ depth: Int) -> [UInt8] {
    let inner = (1...depth).map {
      "--b\($0)\r\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\r\n\r\n"
    }
    return message("Content-Type: multipart/mixed; boundary=b1", inner.joined())
  }

  @Test("What is hostile or no message is one error")
  func refusals() {
    let mixed = "Content-Type: multipart/mixed; boundary=b"
    let cases: [([UInt8], InputError.Code, String)] = [
      (Self.nested(2000), .tooLarge, "the parts of the message are more than 16 deep"),
      (
        Self.message(mixed, String(repeating: "--b\n", count: 100_000)), .tooLarge,
        "the message has more than 1000 parts"
      ),
      (
        Self.message("Content-Transfer-Encoding: base64", "2YfYr9%%%mJ"), .unsupportedFormat,
        "the message is damaged: its text is no base64"
      ),
      ([], .unsupportedFormat, "the input is empty"),
      (Array("نص فقط".utf8), .unsupportedFormat, "no mail: it has no header"),
      (Self.message("X: y", ""), .noArticle, "no article: the message has no text of its own"),
      (
        Self.message("X: y", "> نعم\n"), .noArticle,
        "no article: the message has no text of its own"
      ),
      (Self.message(mixed, "نص"), .noArticle, "no article: the message has no text of its own"),
      (
        Self.message("Content-Type: application/pdf", "x"), .noArticle,
        "no article: the message has no text of its own"
      ),
    ]
    for (bytes, code, message) in cases {
      let error = refusal(bytes)
      #expect(error?.code == code)
      #expect(error?.message == message)
    }
    #expect(refusal(Self.nested(15))?.code == .noArticle)
  }

  @Test("A strict reader refuses what it would repair in a message")
  func strict() {
    let damaged = Self.message(
      "Content-Transfer-Encoding: quoted-printable", Self.quoted(Self.text) + "=D9=D9 .")
    #expect(refusal(damaged) == nil)
    #expect(refusal(damaged, isStrict: true) != nil)
    #expect(refusal(Self.message("X: y", Self.text), isStrict: true) == nil)
  }

  @Test("Large messages cost what they hold", .timeLimit(.minutes(1)))
  func linear() throws {
    let line = String(repeating: "=?utf-8?Q?", count: 50_000)
    let header = "From: a\nSubject: \(line)\n\n\(Self.text)"
    _ = try article(Array(header.utf8))
    let quoted =
      String(repeating: "= ", count: 500_000) + String(repeating: "x:\n> y\n", count: 100_000)
    _ = try article(Self.message("Content-Transfer-Encoding: quoted-printable", quoted))
  }

  // MARK: Telling a message

  @Test(
    "A message is told by the fields of its header",
    arguments: [
      ("From: a@example.org\nDate: x\n\nنص", InputKind.mail),
      ("Received: x\r\n by y\r\nReturn-Path: <a>\r\n\r\nنص", .mail),
      ("\u{FEFF}From: a\nSubject: خبر\n", .mail),
      ("From: a\nX-Long: \(String(repeating: "a", count: 5000))", .text),
      ("From: a\nSubject: b\n\(String(repeating: "X-A: b\n", count: 2000))", .mail),
      ("From: a\nقال الوزير\nSubject: b\n\n", .text), ("Subject: a\nDate: b\n\n", .text),
      ("From: a\n\nSubject: b\n", .text), ("عاجل: خبر\nFrom: a\nDate: b\n", .text),
      (" From: a\nDate: b", .mail),
      ("Date: a\nContent-Type: b\n\n", .text),
    ])
  func sniffing(_ text: String, _ kind: InputKind) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { InputKind(sniffing: $0) } == kind)
  }
}
