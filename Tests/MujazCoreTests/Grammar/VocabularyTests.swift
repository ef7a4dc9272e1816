import Foundation
import TestSupport
import Testing

@testable import MujazCore

/// What is known of a word is what the lists and the stemmer say of it.
@Suite struct VocabularyTests {
  /// A text read as one segment.
  private func table(
    _ bytes: [UInt8], lexicon: Lexicon = .standard, for purpose: WordPurpose = [.terms, .quotes]
  ) -> WordTable {
    WordTable(
      bytes.span, [TextRange(start: 0, end: bytes.count)], lexicon: lexicon, for: purpose)
  }

  /// Every word of every list, and forms of it with letters before.
  private static let listed: [String] = {
    let folders = ["Sources/CResources/Lexicon", "Sources/CResources/Quotes", "Stopwords"]
    var words: [String] = []
    var seen: Set<String> = []
    for folder in folders {
      let path = Fixtures.package.appendingPathComponent(folder)
      let files =
        (try? FileManager.default.contentsOfDirectory(
          at: path, includingPropertiesForKeys: nil)) ?? []
      for file in files where ["tsv", "txt"].contains(file.pathExtension) {
        let text = (try? Fixtures.text(of: file)) ?? ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
          for word in String(line).wordTexts where seen.insert(word).inserted { words.append(word) }
        }
      }
    }
    return words
  }()

  private static let inflected = listed.flatMap { word in
    ["و", "ف", "ال", "وال", "فال", "ل", "ب"].map { $0 + word }
  }

  /// What the lists say of a word to quotations: of والي and فادي nothing without their first letter.
  private func listed(_ word: String, _ lexicon: Lexicon) -> QuoteWord {
    let key = word.key
    let classes = lexicon.classes(exactly: key)
    let isWhole = classes.isOffice || classes.contains(.givenName)
    return isWhole && key.withoutConjunction != nil && word.unicodeScalars.last != "ى"
      ? QuoteLexicon.standard.exactly(key) : QuoteLexicon.standard.word(key)
  }

  /// The same with what its spelling takes away.
  private func quoteWord(
    _ word: String, _ lexicon: Lexicon
  ) -> (classes: QuoteClasses, cue: Cue?) {
    let found = listed(word, lexicon)
    guard let verb = found.cue else { return (found.classes, nil) }
    let scalars = Array(word.unicodeScalars)
    // حديثة is not حديثه; يُذكر and ذُكر name nobody; بين is the preposition.
    let isNone =
      verb.form == .verbalNoun && scalars.last == "ة"
      || verb.takes.contains(.impersonal) && scalars.count > 2 && scalars[1] == "\u{064F}"
      || word == "بين"
    return (found.classes, isNone ? nil : verb)
  }

  /// What is wrong with what the table knows of a word; nil where nothing is.
  private func fault(
    _ words: Words, _ word: Int, _ text: String, _ lexicon: Lexicon, _ purpose: WordPurpose
  ) -> String? {
    let key = text.key
    let known = words.known(word)
    let facts = words.facts(word)
    guard words.key(word) == key, known.key == key else { return "key" }
    guard facts.classes == lexicon.classes(exactly: key) else { return "classes" }
    guard facts.either == lexicon.classes(of: key), words.either(word) == facts.either else {
      return "classes without its conjunction"
    }
    let bare = key.withoutConjunction.map { lexicon.classes(exactly: $0) } ?? []
    guard facts.opensPhrase == !(facts.classes.isEmpty && bare.isEmpty) else { return "phrases" }

    let isTerm =
      purpose.contains(.terms) && key.count > 1 && !lexicon.isStopWord(key)
    guard isTerm == (known.stem >= 0) else { return "term or none" }

    let asked = purpose.contains(.quotes)
    let quote: (classes: QuoteClasses, cue: Cue?) = asked ? quoteWord(text, lexicon) : ([], nil)
    guard facts.quote.classes == quote.classes, facts.quote.cue == quote.cue else {
      return "word of quotations"
    }
    let speech = asked ? SpeechSigns(listed(text, lexicon)) : []
    guard known.speech == speech else { return "signs of speech" }
    var spelling = Spelling()
    if asked, text.unicodeScalars.last == "ى" { spelling.insert(.maqsura) }
    if asked, text.unicodeScalars.last == "ي", quote.classes.contains(.on) {
      spelling.insert(.maybeAli)
    }
    guard known.spelling == spelling else { return "spelling" }
    let isPlain = !facts.opensPhrase && facts.quote.isEmpty
    guard words.isPlain(word) == isPlain else { return "plain or not" }
    return nil
  }

  /// Holds all that is known of some words against the lists.
  private func check(
    _ texts: [String], lexicon: Lexicon = .standard, for purpose: WordPurpose
  ) {
    let bytes = Array(texts.joined(separator: " ").utf8)
    let table = table(bytes, lexicon: lexicon, for: purpose)
    let words = table.view(bytes.span)
    #expect(words.count == texts.count)
    guard words.count == texts.count else { return }
    // Stems have numbers: one number a stem, and one stem a number.
    var stems: [WordKey: Int32] = [:]
    for (word, text) in texts.enumerated() {
      if let fault = fault(words, word, text, lexicon, purpose) {
        Issue.record("\(fault) of \(text)")
      }
      let number = words.known(word).stem
      guard number >= 0 else { continue }
      let stem = LightStemmer.stem(text.key)
      #expect(stems[stem, default: number] == number, "\(text)")
      stems[stem] = number
    }
    #expect(Set(stems.values).count == stems.count)
    #expect(table.vocabulary.stemCount == stems.count)
    #expect(stems.values.allSatisfy { Int($0) < stems.count })
  }

  @Test(
    "Of every word of every list the table knows what the lists say",
    arguments: [[.terms, .quotes], .terms, .quotes, []] as [WordPurpose])
  func listed(_ purpose: WordPurpose) {
    #expect(Self.listed.count > 3_000)
    check(Self.listed, for: purpose)
  }

  @Test(
    "So it does of their forms with و, ف, ال, ل and ب",
    arguments: [[.terms, .quotes], .terms, .quotes] as [WordPurpose])
  func inflected(_ purpose: WordPurpose) {
    check(Self.inflected, for: purpose)
  }

  @Test("And of the words of the fixtures, in whatever order")
  func fixtures() {
    var generator = SeededGenerator(31)
    for article in FixtureTexts.articles {
      check(article.text.wordTexts.shuffled(using: &generator), for: [.terms, .quotes])
    }
  }

  @Test("Of a lexicon of one's own it knows what that one says")
  func ownLexicon() {
    var lexicon = Lexicon()
    lexicon.add(list: "قال\nفي البدء", as: .city)
    lexicon.add(list: "سلام", as: .stopWord)
    check(
      Self.listed + ["قال", "وقال", "سلام", "وسلام"], lexicon: lexicon, for: [.terms, .quotes])
  }

  @Test("Spelling takes a verb away: ة of a verbal noun, the passive, the preposition بين")
  func spelling() throws {
    let pairs = [("حديثه", "حديثة"), ("يذكر", "يُذكر"), ("وبين", "بين"), ("بيّن", "بين")]
    for (verb, none) in pairs {
      let bytes = Array("\(verb) \(none)".utf8)
      let table = table(bytes)
      let words = table.view(bytes.span)
      #expect(words.facts(0).quote.cue != nil, "\(verb)")
      #expect(words.facts(1).quote.cue == nil, "\(none)")
    }
  }

  // MARK: Stems

  @Test("Every word of the fixtures has the number of its stem, however often it is read")
  func stems() {
    var table = WordTable()
    var keys: [Int32: WordKey] = [:]
    var numbers: [WordKey: Int32] = [:]
    for _ in 0..<2 {
      for text in FixtureTexts.all {
        let bytes = Array(text.utf8)
        table.read(bytes.span, [TextRange(start: 0, end: bytes.count)])
        let words = table.view(bytes.span)
        for word in 0..<words.count {
          let key = words.key(word)
          let number = words.known(word).stem
          guard key.count > 1, !Lexicon.standard.isStopWord(key) else {
            #expect(number == -1)
            continue
          }
          let stem = LightStemmer.stem(key)
          #expect(numbers[stem, default: number] == number)
          #expect(keys[number, default: stem] == stem)
          numbers[stem] = number
          keys[number] = stem
        }
      }
    }
    #expect(table.vocabulary.stemCount == numbers.count)
  }

  @Test("More words than the first table holds change no stem")
  func manyWords() {
    let letters = Array("بتثجحخدرزسشصضطعغفقكلمن")
    var words: [String] = []
    for first in letters {
      for second in letters {
        for third in letters { words.append("ال\(first)\(second)\(third)ون") }
      }
    }
    #expect(Set(words).count == 22 * 22 * 22)
    check(words + words.reversed(), for: .terms)
  }

  @Test("Function words and single letters have no stem")
  func noTerms() {
    let bytes = Array("في وفي من أ 5 المعلمون معلم".utf8)
    let table = table(bytes, for: .terms)
    let words = table.view(bytes.span)
    for word in 0..<5 { #expect(words.known(word).stem == -1, "\(word)") }
    #expect(words.known(5).stem == 0)
    #expect(words.known(6).stem == 0)
  }

  // MARK: Purposes

  @Test("A table that is read for something else knows that, and nothing of what was before")
  func purposes() {
    let bytes = Array("قال المدير إن العمل بدأ على الطريق".utf8)
    let all = TextRange(start: 0, end: bytes.count)
    var table = WordTable()
    for purpose in [.terms, .quotes, [.terms, .quotes], .quotes, .terms, []] as [WordPurpose] {
      table.read(bytes.span, [all], for: purpose)
      let words = table.view(bytes.span)
      #expect(words.known(1).stem >= 0 || !purpose.contains(.terms))
      #expect(words.known(1).stem == -1 || purpose.contains(.terms))
      #expect((words.facts(0).quote.cue != nil) == purpose.contains(.quotes))
      #expect(words.known(0).speech.contains(.saying) == purpose.contains(.quotes))
      #expect(words.known(5).spelling == (purpose.contains(.quotes) ? .maqsura : []))
    }
  }

  // MARK: The name Ali

  private static let name = WordKey(Letter.ain, Letter.lam, Letter.yeh, Letter.isIgnorable)

  /// The keys of the words of a text, as they are while a passage is read and once it is released.
  private func keys(_ text: String) -> (before: [WordKey], within: [WordKey], after: [WordKey]) {
    let bytes = Array(text.utf8)
    var segmentation = SegmentationWorkspace()
    Segmenter().segment(bytes.span, title: "".utf8.span, &segmentation)
    var table = WordTable()
    table.read(bytes.span, segmentation.segments, .standard, for: .quotes) { _ in true }
    func keys() -> [WordKey] {
      let words = table.view(bytes.span)
      return (0..<words.count).map { words.key($0) }
    }
    let before = keys()
    var passage = PassageTable()
    passage.read(bytes.span, segmentation, &table)
    let within = keys()
    passage.release(&table)
    return (before, within, keys())
  }

  @Test("Where ى is written, علي is a name, as long as the passage is read")
  func ali() {
    let text = "وصل علي إلى المدينة أمس. وقال علي إن العمل بدأ على الطريق."
    let (before, within, after) = keys(text)
    #expect(before == text.keys)
    #expect(within != before)
    #expect(within.indices.filter { within[$0] == Self.name } == [1, 6])
    #expect(within.indices.allSatisfy { within[$0] == before[$0] || within[$0] == Self.name })
    #expect(after == before)
  }

  @Test("Where ى is never written, علي is a preposition")
  func withoutMaqsura() {
    let text = "وصل الوفد الي المدينة أمس. وقال المدير إن العمل بدأ علي الطريق."
    let (before, within, after) = keys(text)
    #expect(before == text.keys)
    #expect(within == before)
    #expect(after == before)
  }

  @Test("After the quotations were found the words are as before, and none begins a span")
  func released() {
    var workspace = QuoteWorkspace()
    let texts =
      FixtureTexts.articles.map(\.text) + [
        "وقال علي: «بدأ العمل على الطريق». وأكد علي أن «الطريق» إلى المدينة مفتوح."
      ]
    var spans = 0
    for text in texts {
      let bytes = Array(text.utf8)
      var segmentation = SegmentationWorkspace()
      Segmenter().segment(bytes.span, title: "".utf8.span, &segmentation)
      var table = WordTable()
      table.read(bytes.span, segmentation.segments, .standard, for: .quotes) { _ in true }
      let expected = ScannedTable(bytes.span, segmentation.segments) { _ in true }
      QuoteFinder().find(bytes.span, segmentation, &table, &workspace)
      #expect(expected.fault(in: table, bytes.span) == nil)
      let passage = workspace.table.passage(table.view(bytes.span))
      spans += passage.spans.count
    }
    #expect(spans > 50)
  }
}
