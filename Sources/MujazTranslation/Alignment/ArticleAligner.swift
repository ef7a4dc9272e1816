public import MujazCore

/// Aligns an article with its translation and gives the pairs as units of a memory.
public struct ArticleAligner: Sendable {
  /// The language of the article.
  public var source: Language
  /// The language of its translation.
  public var target: Language
  /// Where the texts are cut.
  public var cut: SentenceCut
  /// Pairs below this confidence are left out.
  public var leastConfidence: Double
  private let aligner: SentenceAligner
  private let segmenter: Segmenter

  /// Where nothing else is said, what is more likely right than wrong goes out.
  public static let usualConfidence = 0.5

  /// An aligner between two languages; a dictionary helps.
  public init(
    source: Language, target: Language, dictionary: BilingualDictionary = BilingualDictionary(),
    cut: SentenceCut = .auto, leastConfidence: Double = usualConfidence,
    segmenter: Segmenter = Segmenter()
  ) {
    self.source = source
    self.target = target
    self.cut = cut
    self.leastConfidence = leastConfidence
    self.segmenter = segmenter
    aligner = SentenceAligner(dictionary: dictionary)
  }

  /// The units of two texts, in order. `keepsAll` gives the unsure ones too, and sentences without a counterpart as units with
  /// one side.
  public func units(
    _ sourceText: String, _ targetText: String, origin: String, keepsAll: Bool = false
  ) -> [MemoryUnit] {
    let text = ParallelText(source: sourceText, target: targetText, cut: cut, segmenter: segmenter)
    var units: [MemoryUnit] = []
    for bead in aligner.align(text.source, text.target) {
      guard keepsAll || bead.isPair && bead.confidence >= leastConfidence else { continue }
      units.append(
        MemoryUnit(
          source: Self.joined(text.source[bead.source], source),
          target: Self.joined(text.target[bead.target], target), sourceLanguage: source.tag,
          targetLanguage: target.tag, origin: origin, confidence: bead.confidence))
    }
    return units
  }

  private static func joined(_ sentences: ArraySlice<String>, _ language: Language) -> String {
    sentences.joined(separator: language.isWrittenWithoutSpaces ? "" : " ")
  }
}
