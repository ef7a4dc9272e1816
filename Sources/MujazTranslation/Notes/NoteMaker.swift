import MujazCore

/// Writes what the translator is told of an article: who speaks, what carries the story, how names, dates and numbers
/// read.
struct NoteMaker: Sendable {
  private let lexicon: Lexicon
  private let names: NameFinder
  private var speakers: SpeakerNotes
  private var scene = NoteScene()
  /// Names that were told already: once an article is enough.
  private var told: Set<FoundName> = []

  init(lexicon: Lexicon, romanization: Romanization) {
    self.lexicon = lexicon
    let transliterator = Transliterator()
    names = NameFinder(
      lexicon: lexicon, transliterator: transliterator, romanization: romanization)
    speakers = SpeakerNotes(names: names)
  }

  /// Gets ready for an article.
  mutating func begin(
    _ text: Span<UInt8>, _ segmentation: SegmentationWorkspace, _ hashes: [ContentHash],
    _ keySentences: KeySentences
  ) {
    scene = NoteScene(
      segments: segmentation.segments, hashes: hashes, keySentences: keySentences)
    speakers.begin(text, segmentation, lexicon)
    told.removeAll(keepingCapacity: true)
  }

  /// Begins anew with the article: names are told once more.
  mutating func forget() { told.removeAll(keepingCapacity: true) }

  /// The notes of a paragraph, which is a run of segments; an article's paragraphs come in order.
  mutating func notes(_ text: Span<UInt8>, _ run: ArraySlice<Int>) -> [Note] {
    var notes: [Note] = []
    for (segment, index) in run.enumerated() {
      func add(_ category: Note.Category, _ text: String) {
        let note = Note(category, segment: segment, text)
        if !notes.contains(note) { notes.append(note) }
      }
      if let context = Self.context(scene.segments[index].role) { add(.context, context) }
      if let (rank, count) = scene.keySentences.rank(of: index) {
        add(.keySentence, "key sentence, in the brief; rank \(rank) of \(count)")
      }
      let times = scene.occurrences(of: index)
      if times > 1 { add(.repeated, "stands \(times) times in the article") }
      for note in speakers.notes(text, index) { add(.speaker, note) }
      let words = text.words(scene.segments[index].range)
      let persons = speakers.persons(in: scene.segments[index].range)
      for name in names.names(text, words, persons: persons) where told.insert(name).inserted {
        let hint = "\(name.name) = \(name.hint)"
        if !notes.contains(where: { $0.text.contains(hint) }) { add(.name, hint) }
      }
      let dates = DateFinder.dates(text, words)
      for date in dates { add(.date, "\(date.text) = \(date.english)") }
      for number in NumberNotes.notes(text, scene.segments[index].range, besides: dates) {
        add(.number, number)
      }
    }
    return notes
  }

  private static func context(_ role: SegmentRole) -> String? {
    switch role {
    case .headline: "headline"
    case .question: "question of an interview"
    case .caption: "caption of a picture"
    case .byline: "byline: author, agency, place or date"
    case .other: "not part of the running text"
    case .body: nil
    }
  }
}

extension Span<UInt8> {
  /// The words of a range, addresses left out.
  fileprivate func words(_ range: TextRange) -> [Word] {
    var words: [Word] = []
    var scanner = WordScanner(range)
    while let word = scanner.next(self) { if !word.isAddress { words.append(word) } }
    return words
  }
}
