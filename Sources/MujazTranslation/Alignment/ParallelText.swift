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

  /// Of so many lines at most one may hold several sentences, or a part of one, where a text counts as one of lines.
  private static let linesPerException = 3

  /// Cuts two texts. Blank lines fall away, and so does white space around a sentence.
  ///
  /// Bias of `auto`: two texts that somebody has put a sentence a line stay as they are though a few lines hold two; articles with
  /// paragraphs are cut. Both sides are cut alike, or the beads would not meet. A headline of a text in lines of one width stands
  /// for itself where either text shows that there is one.
  public init(source: String, target: String, cut: SentenceCut = .auto, segmenter: Segmenter) {
    var first = CutText(source, segmenter)
    var second = CutText(target, segmenter)
    if first.mayPartHeadline, second.mayPartHeadline,
      first.hasHeadline || second.hasHeadline
    {
      first.partHeadline()
      second.partHeadline()
    }
    let isByLine =
      switch cut {
      case .lines: true
      case .sentences: false
      case .auto:
        [first, second].allSatisfy {
          $0.differences * Self.linesPerException <= $0.lines.count
        }
      }
    self.source = isByLine ? first.lines : first.sentences
    self.target = isByLine ? second.lines : second.sentences
  }
}

/// A text cut both ways.
private struct CutText {
  /// The lines that hold something.
  let lines: [String]
  private(set) var sentences: [String]
  /// How many lines the first sentence has.
  private let firstLines: Int
  /// How many ends of sentences are no ends of lines, and the other way round.
  let differences: Int

  init(_ text: String, _ segmenter: Segmenter) {
    lines = Self.lines(of: text)
    let segments = segmenter.segments(of: text).map { text[$0.range] }
    let counts = segments.map { Self.lines(of: $0).count }
    sentences = segments.map(\.asOneLine).filter { !$0.isEmpty }
    firstLines = counts.first { $0 > 0 } ?? 0
    let joined = counts.reduce(0) { $0 + max(0, $1 - 1) }
    differences = joined + max(0, sentences.count + joined - lines.count)
  }

  private static func lines(of text: String) -> [String] {
    text.textLines.map { String($0).asOneLine }.filter { !$0.isEmpty }
  }

  /// Whether the first line ends in a letter or a digit, as headlines do.
  var mayPartHeadline: Bool {
    guard lines.count > 1, let last = lines[0].unicodeScalars.last else { return false }
    return last.properties.isAlphabetic || NumberScanner.digit(last) != nil
  }

  /// Whether the first line is surely a headline: a sentence of its own, or it ends where the next line's first word had room.
  var hasHeadline: Bool {
    if firstLines == 1, sentences.first == lines.first { return true }
    let word = lines[1].prefix { $0 != " " }
    return lines[0].count + 1 + word.count <= lines.lazy.map(\.count).max() ?? 0
  }

  /// Parts the first line from what a text in lines of one width glued to it.
  mutating func partHeadline() {
    guard firstLines > 1, let sentence = sentences.first, sentence.hasPrefix(lines[0]) else {
      return
    }
    sentences[0] = lines[0]
    sentences.insert(String(sentence.dropFirst(lines[0].count)).asOneLine, at: 1)
  }
}
