import Foundation
import MujazCore
import Testing

@testable import MujazTranslation

/// Sentences beside their translations.
@Suite struct AlignmentTests {
  private static let source = [
    "الوزير يفتتح جسرا",
    "افتتح وزير الأشغال خالد منصور أمس جسرا جديدا فوق نهر العاصي طوله 340 مترا.",
    "وأضاف أن الجسر يخدم 20 قرية في محافظة حماة. وقال إن العمل بدأ عام 2019.",
    "هل انتهى كل شيء؟",
    "كلف المشروع ١٢٫٥ مليون دولار دفعت شركة Siemens نصفها.",
    "لم يحضر أحد من المعارضة.",
    "ورحب رئيس البلدية محمد الخطيب بالمشروع «الذي طال انتظاره».",
  ]
  private static let target = [
    "Minister opens bridge",
    "Public works minister Khaled Mansour yesterday opened a new bridge of 340 metres over the Orontes.",
    "He added that the bridge serves 20 villages in Hama province.",
    "Work began in 2019, he said.",
    "Is everything finished?",
    "The project cost 12.5 million dollars, half of it paid by Siemens.",
    "Mayor Mohammed al-Khatib welcomed the \"long-awaited\" project.",
  ]
  /// Beads by hand.
  private static let wanted = [
    [0..<1, 0..<1], [1..<2, 1..<2], [2..<3, 2..<4], [3..<4, 4..<5], [4..<5, 5..<6],
    [5..<6, 6..<6], [6..<7, 6..<7],
  ]

  private func shape(_ beads: [Bead]) -> [[Range<Int>]] { beads.map { [$0.source, $0.target] } }

  @Test("An article by hand: joined, left out")
  func article() {
    let beads = SentenceAligner().align(Self.source, Self.target)
    #expect(shape(beads) == Self.wanted)
    #expect(beads.allSatisfy { (0...1).contains($0.confidence) })
    #expect(beads.filter(\.isPair).allSatisfy { $0.confidence > 0.6 })
  }

  @Test("The other way round is the mirror image")
  func mirrored() {
    let beads = SentenceAligner().align(Self.target, Self.source)
    #expect(shape(beads).map { [$0[1], $0[0]] } == Self.wanted)
  }

  @Test("A text and itself", arguments: [1, 2, 30])
  func itself(_ count: Int) {
    var sentences = Sentences(seed: UInt64(count))
    let text = (0..<count).map { _ in sentences.sentence() }
    let beads = SentenceAligner().align(text, text)
    #expect(shape(beads) == text.indices.map { [$0..<$0 + 1, $0..<$0 + 1] })
  }

  @Test("Every sentence is in one bead, in order, whatever the texts", arguments: 1...6)
  func partition(_ seed: UInt64) {
    var sentences = Sentences(seed: seed)
    let hostile = ["", " ", "...", "١٢٣", "\u{0}", String(repeating: "كلمة ", count: 500), "🙂"]
    func text() -> [String] {
      (0..<sentences.below(25)).map { _ in
        sentences.below(5) == 0 ? hostile[sentences.below(hostile.count)] : sentences.sentence()
      }
    }
    let (source, target) = (text(), text())
    let beads = SentenceAligner().align(source, target)
    #expect(beads.flatMap(\.source) == Array(source.indices))
    #expect(beads.flatMap(\.target) == Array(target.indices))
    #expect(beads.allSatisfy { $0.source.count <= 2 && $0.target.count <= 2 })
  }

  @Test("A long text with sentences missing on both sides, within the band")
  func long() {
    var sentences = Sentences(seed: 5)
    // 1,600 by 1,600 is beyond what is searched whole.
    let pairs = (0..<1600).map { number in
      (
        sentences.sentence() + " \(number + 1000)",
        String(repeating: "word ", count: 9) + "\(number + 1000)"
      )
    }
    var (source, target): ([String], [String]) = ([], [])
    var wanted: [[Int]] = []
    for (index, pair) in pairs.enumerated() {
      // A stretch of 150 sentences that only one side has throws the path far off its straight line.
      let hasSource = index % 17 != 0
      let hasTarget = index % 23 != 0 && !(400..<550).contains(index)
      if hasSource, hasTarget { wanted.append([source.count, target.count]) }
      if hasSource { source.append(pair.0) }
      if hasTarget { target.append(pair.1) }
    }
    let beads = SentenceAligner().align(source, target)
    let found = Set(
      beads.filter(\.isPair).flatMap { bead in
        bead.source.flatMap { row in bead.target.map { [row, $0] } }
      })
    #expect(wanted.count { found.contains($0) } * 100 >= wanted.count * 98)
    #expect(beads.flatMap(\.target) == Array(target.indices))
  }

  @Test("A dictionary tells sentences apart that nothing else does")
  func dictionary() {
    let words = [
      ("قطار", "train"), ("وفد", "delegation"), ("طفل", "child"), ("سفينة", "ship"),
      ("طبيب", "doctor"),
      ("كتاب", "book"), ("مدرسة", "school"), ("جسر", "bridge"), ("نهر", "river"),
      ("حديقة", "garden"),
      ("قاض", "judge"), ("مزارع", "farmer"), ("متحف", "museum"), ("مطر", "rain"),
      ("جبل", "mountain"),
      ("بحر", "sea"),
    ]
    // The first is missing in the translation, the last in the article: by length all would be one too early.
    func arabic(_ number: Int) -> String { "\(words[number].0) قرب \(words[15 - number].0) هنا." }
    func english(_ number: Int) -> String { "a \(words[number].1) by a \(words[15 - number].1)." }
    let source = (0..<7).map(arabic)
    let target = (1..<8).map(english)
    let plain = SentenceAligner().align(source, target)
    let helped = SentenceAligner(dictionary: BilingualDictionary(words.map { ($0.0, $0.1) })).align(
      source, target)
    // The first may be taken for a part of the second; behind it all must be in step.
    let wanted = Set((2..<7).map { [$0..<$0 + 1, $0 - 1..<$0] })
    #expect(wanted.isSubset(of: shape(helped)))
    #expect(wanted.isDisjoint(with: shape(plain)))
  }

  @Test("A memory teaches words")
  func memoryDictionary() throws {
    let nouns = [
      ("القطار", "train"), ("الوفد", "delegation"), ("الطفل", "child"), ("السفينة", "ship"),
    ]
    let verbs = [("وصل", "arrived"), ("غادر", "left"), ("نام", "slept"), ("عاد", "returned")]
    let units = (0..<4).flatMap { _ in
      nouns.flatMap { noun in
        verbs.map { verb in
          Memories.unit(
            "\(verb.0) \(noun.0) في \(noun.0.count)\(verb.0.count)", "The \(noun.1) \(verb.1)")
        }
      }
    }.enumerated().map { index, unit in
      var unit = unit
      unit.source += " \(index)"
      return unit
    }
    let (source, target) = (try #require(Language("ar")), try #require(Language("en")))
    let dictionary = try MemoryDictionary.dictionary(
      of: Memories.database(units), from: source, to: target)
    let train = try #require(dictionary.translations("قطار".wordKeys[0]))
    #expect(train.contains("train".wordKeys[0]) && !train.contains("arrive".wordKeys[0]))
    #expect(
      try MemoryDictionary.dictionary(of: Memories.database(units), from: target, to: source)
        .isEmpty)
  }

  @Test(
    "Names by their consonants",
    arguments: [
      ("ترامب", "Trump", true), ("سنغافورة", "Singapore", true), ("محمد", "Muhammad", true),
      ("خالد", "Khaled", true), ("ميركل", "Merkel", true), ("كيم", "Kanye", false),
      ("باريس", "Prince", false), ("ماكرون", "Macron", true), ("Путин", "بوتين", true),
      ("Μητσοτάκης", "Mitsotakis", true),
    ])
  func names(_ a: String, _ b: String, _ areAlike: Bool) {
    let left = ConsonantSkeleton(a.lowercased().unicodeScalars)
    let right = ConsonantSkeleton(b.lowercased().unicodeScalars)
    let isNear = min(left.count, right.count) >= 4 && left.isWithinOneStep(of: right)
    #expect((left == right || isNear) == areAlike)
  }

  @Test("Skeletons with one consonant less meet where one step parts them", arguments: 1...3)
  func steps(_ seed: UInt64) {
    var random = Sentences(seed: seed)
    let letters: [Unicode.Scalar] = ["b", "d", "f", "k", "l", "m", "n", "r", "s", "t"]
    func word() -> [Unicode.Scalar] { (0..<5).map { _ in letters[random.below(letters.count)] } }
    for _ in 0..<200 {
      let a = word()
      var b = a
      b[random.below(5)] = letters[random.below(letters.count)]
      let (left, right) = (ConsonantSkeleton(a), ConsonantSkeleton(b))
      guard left.isWithinOneStep(of: right) else { continue }
      let shared = Set(left.shorter + [left]).intersection(right.shorter + [right])
      #expect(!shared.isEmpty)
    }
  }

  @Test("Lines stay lines, paragraphs are cut into sentences")
  func cut() {
    let segmenter = Segmenter()
    let lines = ParallelText(
      source: "قال نعم.\nثم خرج. وعاد.\nنام.\nقام.\n",
      target: "Yes.\n\n He left. \nSlept.\r\nRose.",
      segmenter: segmenter)
    #expect(lines.source.count == 4 && lines.target == ["Yes.", "He left.", "Slept.", "Rose."])
    let paragraphs = ParallelText(
      source: "قال نعم. ثم خرج. ثم عاد.", target: "He said yes. Then he left. Then he came back.",
      segmenter: segmenter)
    #expect(paragraphs.source.count == 3 && paragraphs.target.count == 3)
  }

  @Test("A headline without a full stop stays alone above a text in lines of one width")
  func headline() {
    let source = """
      الحكومة تقر خطة واسعة للطاقة الشمسية في محافظات الجنوب
      قال وزير الطاقة سامر الحلو إن الخطة تبدأ في الربيع. وأضاف
      أن كلفتها تبلغ خمسة ملايين دولار. وتشمل الخطة عشرين محطة
      في الجنوب. وتنتهي بعد عامين من الآن.
      """
    let target = """
      Government approves broad solar energy plan in the south

      Energy Minister Samer al-Helou said the plan would begin in spring. He added that it would cost five million dollars.

      The plan covers twenty stations in the south. It ends in two years.
      """
    let text = ParallelText(source: source, target: target, segmenter: Segmenter())
    #expect(text.source.count == 5 && text.target.count == 5)
    #expect(text.source[0] == "الحكومة تقر خطة واسعة للطاقة الشمسية في محافظات الجنوب")
    #expect(text.source[1] == "قال وزير الطاقة سامر الحلو إن الخطة تبدأ في الربيع.")
  }

  @Test("The first line of a paragraph in lines of one width is no headline")
  func firstLine() {
    let source = """
      قال وزير الطاقة سامر الحلو إن الخطة تبدأ في الربيع. وأضاف
      أن كلفتها تبلغ خمسة ملايين دولار. وتشمل الخطة عشرين محطة
      في الجنوب. وتنتهي بعد عامين من الآن.
      """
    let target = "The plan begins in spring. It costs five million dollars.\nIt ends in two years."
    let text = ParallelText(source: source, target: target, segmenter: Segmenter())
    #expect(text.source.first == "قال وزير الطاقة سامر الحلو إن الخطة تبدأ في الربيع.")
  }
}
