import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// What of a page's text is translated.
@Suite struct TranslatedLinesTests {
  private static let text = """
    شارك الخبر

    افتتاح جسر جديد في الموصل

    الموصل – سامر الحلبي

    افتتح الوزير الجسر أمس. وحضر الحفل عشرات السكان.
    اقرأ أيضا: سيول تقطع الطرق في الشمال

    ثلاث سنوات من العمل

    وقال المهندس إن العمل استغرق ثلاث سنوات.

    جميع الحقوق محفوظة

    """
  private static let leftOut = [
    "شارك الخبر", "اقرأ أيضا: سيول تقطع الطرق في الشمال", "جميع الحقوق محفوظة",
  ]

  private func lines(_ text: String) -> [String] {
    text.components(separatedBy: "\n").filter { !$0.isEmpty }
  }

  @Test(
    "Share bars, links and notices stay away; bylines and subheads do not",
    arguments: Packages.formats)
  func article(_ format: PackageFormat) throws {
    let bytes = try Packages.bytes([Article(text: Self.text)], format)
    let package = try Packages.read(bytes)
    #expect(PackageVerifier.problems(in: package) == [])
    let merged = try Merger(allowsMissing: true).merge(package).text
    #expect(lines(merged) == lines(Self.text).filter { !Self.leftOut.contains($0) })
    #expect(!merged.contains("\n\n\n") && !merged.hasPrefix("\n") && !merged.hasSuffix("\n\n"))
    #expect(merged.contains("السكان.\n\nثلاث"))
  }

  @Test("XLIFF lists what is left out")
  func listed() throws {
    for (format, before) in [
      (PackageFormat.xliff2, "<mda:meta type=\"left-out\">"),
      (.xliff1, "<note from=\"mujaz\">left out: "),
    ] {
      let text = try Packages.text([Article(text: Self.text)], format)
      for line in Self.leftOut { #expect(text.contains(before + line + "</")) }
      let whole = try Packages.text([Article(text: Self.text)], format, allLines: true)
      #expect(!whole.contains(before))
      for line in Self.leftOut { #expect(whole.contains(line)) }
    }
  }

  @Test("Where nothing else would be left, all stays")
  func nothingElse() throws {
    let text = "شارك الخبر\n\nجميع الحقوق محفوظة"
    let segments = Segmenter().segments(of: text)
    #expect(segments.map(\.role) == [.other, .other])
    let bytes = Array(text.utf8)
    let lines = TranslatedLines(segments, of: bytes.span)
    #expect(lines.kept == [0, 1] && lines.leftOut == [])
    let merged = try Packages.merge(Packages.bytes([Article(text: text)]), allowsMissing: true)
    #expect(self.lines(merged) == self.lines(text))
    // What can't be read is nothing.
    let unread = try Packages.merge(
      Packages.bytes([Article(text: "شارك الخبر\n\u{200F}\u{200F}\n")]), allowsMissing: true)
    #expect(unread.contains("شارك الخبر"))
  }

  @Test("A sentence that stands twice as a line of its own is text, a label stays once")
  func saidTwice() throws {
    let text = """
      افتتح الوزير الجسر أمس. وحضر الحفل عشرات السكان.

      لن نعود إلى الوراء.

      عين الموصل

      وقال المهندس إن العمل استغرق ثلاث سنوات.

      لن نعود إلى الوراء.

      عين الموصل

      وغادر الوفد المدينة قبل المساء.
      """
    let units = try Packages.read(Packages.bytes([Article(text: text)])).documents[0].units
    let sources = units.flatMap(\.segments).map(\.source)
    #expect(sources.count { $0 == "لن نعود إلى الوراء." } == 2)
    #expect(sources.count { $0 == "عين الموصل" } == 1 && sources.count == 7)
  }

  @Test("A headline among lines of the page, and a caption that stands twice, stay")
  func pastedPage() throws {
    let headline = "بلدية السلط تفتتح حديقة عامة بقيمة 1.4 مليون دينار لسكان الحي الشرقي"
    let caption = "رئيس البلدية يقص شريط الافتتاح بحضور الأهالي (أرشيف)"
    let text = """
      صحيفة التلال | الأخبار أولا بأول
      الرئيسية  محليات  رياضة  ثقافة  فيديو
      الأربعاء 12 مارس/آذار 2025 - 12 رمضان 1446 هـ

      \(headline)
      السلط - منى العواملة
      12/3/2025 آخر تحديث 14:35 بتوقيت عمان
      شارك فيسبوك تويتر واتساب تلغرام نسخ الرابط

      \(caption)

      السلط - التلال: افتتحت بلدية السلط، أمس الثلاثاء، حديقة عامة على مساحة عشرة دونمات، في خطوة قال سكان إنهم انتظروها أعواما.
      وقال رئيس البلدية سالم الخرابشة إن العمل استغرق ثلاث سنوات.

      \(caption)

      وأضاف أن حديقة أخرى ستفتتح في الصيف المقبل.
      """
    let units = try Packages.read(Packages.bytes([Article(text: text)])).documents[0].units
    let sources = units.flatMap(\.segments).map(\.source)
    #expect(sources.contains(headline) && sources.contains(caption))
    #expect(!sources.contains { $0.hasPrefix("شارك") || $0.hasPrefix("الرئيسية") })
  }

  @Test("The articles of the fixtures lose no line but those that are no part of them")
  func fixtures() throws {
    for fixture in try ArticleFixture.all() {
      let document = try Packages.read(Packages.bytes([Article(text: fixture.text)])).documents[0]
      let segments = Segmenter().segments(of: fixture.text)
      let bytes = Array(fixture.text.utf8)
      let kept = TranslatedLines(segments, of: bytes.span).kept
      let wanted = kept.map { String(Substring(fixture.text.utf8[segments[$0].range])) }
      // Nothing that a brief may take is left out.
      for index in segments.indices where segments[index].role != .other {
        #expect(kept.contains(index))
      }
      #expect(document.units.flatMap(\.segments).map(\.source) == wanted)
      let between = document.units.flatMap { [$0.lead] + $0.segments.map(\.gap) }
      for space in between { #expect(space.isBlank) }
      let merged = try Merger(allowsMissing: true).merge(
        BilingualPackage(sourceLanguage: "ar", targetLanguage: "en", documents: [document]))
      #expect(ContentHash(merged.text) == ContentHash(wanted.joined(separator: "\n")))
    }
  }
}
