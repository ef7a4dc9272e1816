import Testing

@testable import MujazCore

/// Looking words and phrases up.
@Suite struct LexiconTests {
  /// The number of words of the longest phrase at the head of a text.
  private func phrase(
    _ text: String, _ classes: WordClasses, in lexicon: Lexicon
  ) -> Int? {
    let keys = text.keys
    let found = lexicon.phrase(at: keys.span, in: classes)
    return found?.count
  }

  private func lexicon(_ list: String, as classes: WordClasses) -> Lexicon {
    var lexicon = Lexicon()
    lexicon.add(list: list, as: classes)
    return lexicon
  }

  // MARK: Words

  @Test("A lexicon without entries knows nothing")
  func empty() {
    let lexicon = Lexicon()
    #expect(lexicon.classes(exactly: "في".key) == [])
    #expect(lexicon.classes(of: "وفي".key) == [])
    #expect(!lexicon.isStopWord("في".key))
    #expect(phrase("من جانبه", .turn, in: lexicon) == nil)
    #expect(phrase("", .turn, in: lexicon) == nil)
  }

  @Test("A word is looked up as it is written, and then without و or ف")
  func conjunction() {
    let lexicon = Lexicon.standard
    for word in ["قال", "وقال", "فقال"] {
      #expect(lexicon.classes(of: word.key).contains(.speechVerb), "\(word)")
    }
    #expect(lexicon.classes(exactly: "قال".key).contains(.speechVerb))
    #expect(!lexicon.classes(exactly: "وقال".key).contains(.speechVerb))
    #expect(!lexicon.classes(of: "بقال".key).contains(.speechVerb))
  }

  @Test("A word that stands in a list with its و is not taken apart")
  func wholeFirst() {
    var lexicon = lexicon("وكالة", as: .agency)
    lexicon.add(list: "كالة", as: .city)
    #expect(lexicon.classes(of: "وكالة".key) == .agency)
    #expect(lexicon.classes(of: "فكالة".key) == .city)
    #expect(lexicon.classes(of: "وكالات".key) == [])
  }

  @Test("Spellings that fold to one word are one entry")
  func folding() {
    let lexicon = lexicon("القَاهِرة", as: .city)
    for word in ["القاهرة", "القاهره", "القـاهرة", "والقاهرة"] {
      #expect(lexicon.classes(of: word.key) == .city, "\(word)")
    }
  }

  @Test("A word may stand in several lists")
  func union() {
    var lexicon = lexicon("مايو", as: .month)
    lexicon.add(list: "مايو", as: .city)
    #expect(lexicon.classes(exactly: "مايو".key) == [.month, .city])
  }

  @Test("The lists that are shipped say what the words are")
  func standard() {
    let lexicon = Lexicon.standard
    let expected: [(String, WordClasses)] = [
      ("د", .titleAbbreviation), ("كم", .unit), ("هـ", .era), ("في", .preposition),
      ("بحسب", .attribution), ("بعد", .adverb), ("أن", .subordinator), ("لكن", .adversative),
      ("الذي", .relative), ("أضاف", .continuation), ("هو", .pronoun), ("هذا", .demonstrative),
      ("رويترز", .agency), ("يناير", .month), ("الأحد", .weekday), ("القاهرة", .city),
      ("وزير", .office), ("العام", .presentNoun), ("البيان", .sourceNoun), ("بي", .letterName),
      ("تويتر", .shareLabel), ("المجموعة", .letterLabel),
    ]
    for (word, classes) in expected {
      #expect(lexicon.classes(exactly: word.key).isSuperset(of: classes), "\(word)")
    }
    for word in ["مستشفى", "بطيخ", "نخلة", "xyz"] {
      #expect(lexicon.classes(of: word.key) == [], "\(word)")
    }
  }

  // MARK: Stop words

  @Test("Function words are stop words, with و and ف before them too")
  func stopWords() {
    let lexicon = Lexicon.standard
    for word in ["في", "وفي", "ففي", "من", "إلى", "على", "التي", "وهو", "كان", "قَدْ"] {
      #expect(lexicon.isStopWord(word.key), "\(word)")
    }
    for word in ["مدرسة", "وزير", "القاهرة", "يناير", "الأحد", "نخلة", "2025"] {
      #expect(!lexicon.isStopWord(word.key), "\(word)")
    }
  }

  @Test("A list of one's own adds stop words to a copy and leaves the original alone")
  func ownStopWords() {
    var lexicon = Lexicon.standard
    lexicon.add(list: "# من قائمتي\nبرلمان\n\nحكومة\r\n", as: .stopWord)
    for word in ["برلمان", "وبرلمان", "حكومة", "حكومه", "في"] {
      #expect(lexicon.isStopWord(word.key), "\(word)")
    }
    #expect(!lexicon.isStopWord("قائمتي".key))
    #expect(!lexicon.isStopWord("البرلمان".key))
    #expect(!Lexicon.standard.isStopWord("برلمان".key))
  }

  @Test("Only lists of stop words make stop words")
  func otherLists() {
    #expect(!lexicon("برلمان", as: .city).isStopWord("برلمان".key))
  }

  // MARK: Phrases

  @Test("The longest phrase counts")
  func longest() {
    let lexicon = lexicon("كأس\nكأس العالم\nكأس العالم للأندية", as: .office)
    #expect(phrase("كأس", .office, in: lexicon) == 1)
    #expect(phrase("كأس الخليج", .office, in: lexicon) == 1)
    #expect(phrase("كأس العالم", .office, in: lexicon) == 2)
    #expect(phrase("كأس العالم المقبلة", .office, in: lexicon) == 2)
    #expect(phrase("كأس العالم للأندية في مراكش", .office, in: lexicon) == 3)
    #expect(phrase("وكأس العالم للأندية", .office, in: lexicon) == 3)
    #expect(phrase("بكأس العالم", .office, in: lexicon) == nil)
    #expect(phrase("العالم", .office, in: lexicon) == nil)
    #expect(phrase("كأس العالم", .city, in: lexicon) == nil)
  }

  @Test("The beginning of a phrase is none")
  func beginning() {
    let lexicon = lexicon("وكالة أنباء الشرق", as: .agency)
    #expect(phrase("وكالة أنباء الشرق", .agency, in: lexicon) == 3)
    #expect(phrase("وكالة أنباء", .agency, in: lexicon) == nil)
    #expect(phrase("وكالة أنباء الغرب", .agency, in: lexicon) == nil)
    #expect(lexicon.classes(of: "وكالة".key) == [])
    #expect(lexicon.classes(of: "أنباء".key) == [])
  }

  @Test("Of a phrase only the wanted classes are named")
  func wanted() {
    var lexicon = lexicon("كما", as: [.subordinator, .softOpener])
    lexicon.add(list: "كما أن", as: .subordinator)
    let keys = "كما أن الأمر".keys
    let found = lexicon.phrase(at: keys.span, in: [.softOpener, .turn])
    #expect(found?.count == 1)
    #expect(found?.classes == .softOpener)
    let longer = lexicon.phrase(at: keys.span, in: [.subordinator])
    #expect(longer?.count == 2)
  }

  @Test("Marks between the words of a phrase make no difference")
  func marksInPhrase() {
    let lexicon = lexicon("أ.ف.ب", as: .agency)
    #expect(phrase("أ ف ب", .agency, in: lexicon) == 3)
    #expect(phrase("أ. ف. ب.", .agency, in: lexicon) == 3)
    #expect(phrase("أفب", .agency, in: lexicon) == nil)
  }

  @Test("The order of the words counts")
  func order() {
    let lexicon = lexicon("من جهة", as: .turn)
    #expect(phrase("من جهة", .turn, in: lexicon) == 2)
    #expect(phrase("جهة من", .turn, in: lexicon) == nil)
  }

  // MARK: Lists

  @Test("Comments, empty lines and Windows line ends are no entries")
  func listFormat() {
    let lexicon = lexicon("# عنوان\r\nسلام\r\n\r\n   \n#وداع\nأهلا", as: .city)
    #expect(lexicon.classes(exactly: "سلام".key) == .city)
    #expect(lexicon.classes(exactly: "أهلا".key) == .city)
    #expect(lexicon.classes(exactly: "عنوان".key) == [])
    #expect(lexicon.classes(exactly: "وداع".key) == [])
  }

  @Test("A list of many words is found whole as the table grows")
  func growth() {
    let words = (0..<4_000).map { "كلمة\($0)" }
    let lexicon = lexicon(words.joined(separator: "\n"), as: [.stopWord, .city])
    #expect(words.allSatisfy { lexicon.classes(exactly: $0.key) == [.stopWord, .city] })
    #expect(words.allSatisfy { lexicon.isStopWord($0.key) })
    #expect(lexicon.classes(exactly: "كلمة4000".key) == [])
    #expect(!lexicon.isStopWord("كلمة4000".key))
  }
}
