import Testing

@testable import MujazInput

/// SubRip and WebVTT, made here.
@Suite struct SubtitlesTests {
  /// Cues of two seconds each, `pause` seconds between them.
  private static func srt(_ cues: [String], pause: Int = 0) -> String {
    cues.enumerated().map { number, text in
      let start = 10 + number * (2 + pause)
      return "\(number + 1)\r\n00:00:\(start),000 --> 00:00:\(start + 2),000\r\n\(text)\r\n\r\n"
    }.joined()
  }

  private func text(_ subtitles: String) throws -> String {
    try #require(try entries(Array(subtitles.utf8), .subtitles).first).text
  }

  @Test("A sentence goes on over cues until its mark")
  func sentences() throws {
    let cues = [
      "أعلنت وزارة النقل اليوم", "بدء تشغيل خط جديد\nيربط ضفتي المدينة.", "وقال الوزير: «الخط يخدم",
      "عشرين قرية».", "فمتى تبدأ الرحلات؟",
    ]
    let sentences =
      "أعلنت وزارة النقل اليوم بدء تشغيل خط جديد يربط ضفتي المدينة.\nوقال الوزير: «الخط يخدم عشرين قرية».\nفمتى تبدأ الرحلات؟"
    #expect(try text(Self.srt(cues)) == sentences)
    #expect(try text(Self.srt(cues, pause: 3)) == sentences)
    let vtt = Self.srt(cues).replacing(",000", with: ".000")
    #expect(
      try text("\u{FEFF}WEBVTT - خبر\nKind: captions\n\nNOTE ملاحظة\nأخرى\n\n\(vtt)") == sentences)
  }

  @Test("Where hardly any cue has a mark a pause ends the line")
  func pauses() throws {
    let cues = ["أعلنت وزارة النقل", "تشغيل خط جديد"]
    #expect(try text(Self.srt(cues)) == cues.joined(separator: " "))
    #expect(try text(Self.srt(cues, pause: 1)) == cues.joined(separator: "\n"))
  }

  @Test(
    "Tags, sounds and repeated lines are left out",
    arguments: [
      (["<i>وقال الوزير</i> <font color=\"#fff\">نعم.</font>"], "وقال الوزير نعم."),
      (["{\\an8}وقال الوزير نعم."], "وقال الوزير نعم."),
      (["<v هدى>وقال الوزير نعم.</v>"], "وقال الوزير نعم."),
      (["وقال<00:00:11.000><c> الوزير</c> نعم."], "وقال الوزير نعم."),
      (["الربح &lt; 5 &amp; أكثر&lrm;."], "الربح < 5 & أكثر."), (["5 < 6 نعم."], "5 < 6 نعم."),
      (["[موسيقى]", "♪ نشيد ♪", "(تصفيق)", "نعم."], "نعم."),
      (["(نعم) قال الوزير."], "(نعم) قال الوزير."),
      (["- متى يبدأ؟\n- غدا."], "متى يبدأ؟\nغدا."),
      (["- لم نعرف", "- بدأ اليوم."], "لم نعرف\nبدأ اليوم."),
      (
        ["أعلنت الوزارة", "أعلنت الوزارة\nبدء التشغيل", "بدء التشغيل\nاليوم."],
        "أعلنت الوزارة بدء التشغيل اليوم."
      ),
      (["في عام\n2026"], "في عام 2026"),
    ])
  func plain(_ cues: [String], _ expected: String) throws {
    #expect(try text(Self.srt(cues)) == expected)
  }

  @Test("Cues that no empty line parts keep their numbers out of the text")
  func dense() throws {
    let dense = Self.srt(["أعلنت الوزارة", "بدء التشغيل."]).replacing("\r\n\r\n", with: "\n")
    #expect(try text(dense) == "أعلنت الوزارة بدء التشغيل.")
  }

  @Test(
    "Subtitles without a word are no article", arguments: ["WEBVTT\n", srt(["[موسيقى]"]), "نص"])
  func noArticle(_ subtitles: String) {
    let error = #expect(throws: InputError.self) {
      try entries(Array(subtitles.utf8), .subtitles)
    }
    #expect(error?.code == .noArticle)
  }

  @Test(
    "Subtitles are told by their first lines",
    arguments: [
      (srt(["نعم"]), InputKind.subtitles), ("\u{FEFF}" + srt(["نعم"]), .subtitles),
      ("WEBVTT", .subtitles),
      ("WEBVTT\n\n00:01.000 --> 00:02.000\nنعم", .subtitles),
      ("00:00:01,0 --> 00:00:02,0\nنعم", .subtitles),
      ("WEBVTTX\n", .text), ("1\nنص", .text), ("1\n\n00:00:01,0 --> 00:00:02,0", .text),
      ("2026", .text),
      ("12:30 --> 13:45 من عمان", .text), ("عمان --> إربد", .text), ("1 --> 2", .text),
    ])
  func sniffing(_ text: String, _ kind: InputKind) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { InputKind(sniffing: $0) } == kind)
  }
}
