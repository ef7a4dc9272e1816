public import MujazCore

/// Where a text is cut before it is aligned.
public enum SentenceCut: String, Sendable, CaseIterable {
  /// At lines where nearly every line of both texts is a single sentence, else at sentences.
  case auto
  /// At lines.
  case lines
  /// At sentences.
  case sentences
}

/// A text and its translation, cut into what is aligned.
public struct ParallelText: Sendable {
  /// The sentences of the text.
  public var source: [String]
  /// The sentences of its translation.
  public var target: [String]

  /// Of so many lines at most one may hold several sentences where a text counts as one of lines.
  private static let linesPerException = 3

  /// Cuts two texts. Blank lines fall away, and so does white space around a sentence.
  ///
  /// Bias of `auto`: two texts that somebody has put a sentence a line stay as they are though a few lines hold two; articles with
  /// paragraphs are cut. Both sides are cut alike, or the beads would not meet.
  public init(source: String, target: String, cut: SentenceCut = .auto, segmenter: Segmenter) {
    let lines = (Self.lines(source), Self.lines(target))
    let sentences = (Self.sentences(source, segmenter), Self.sentences(target, segmenter))
    let isByLine: Bool
    switch cut {
    case .lines: isByLine = true
    case .sentences: isByLine = false
    case .auto:
      isByLine =
        Self.extra(sentences.0, lines.0) * Self.linesPerException <= lines.0.count
        && Self.extra(sentences.1, lines.1) * Self.linesPerException <= lines.1.count
    }
    (self.source, self.target) = isByLine ? lines : sentences
  }

  private static func extra(_ sentences: [String], _ lines: [String]) -> Int {
    max(0, sentences.count - lines.count)
  }

  private static func lines(_ text: String) -> [String] {
    text.textLines.map { String($0).asOneLine }.filter { !$0.isEmpty }
  }

  private static func sentences(_ text: String, _ segmenter: Segmenter) -> [String] {
    segmenter.segments(of: text).map { text[$0.range].asOneLine }.filter { !$0.isEmpty }
  }
}
