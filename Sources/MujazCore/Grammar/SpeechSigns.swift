internal import CBytes

/// What the words of a sentence show of a quotation in it, before it is searched for one.
///
/// Bias: a sentence that may hold a quotation is searched. It holds none without a source, without a verb of saying that
/// something follows, and without marks.
///
///     أكد الوزير أن العمل سيبدأ غدا      may hold one        زار الوزير الموقع أمس      holds none
struct SpeechSigns: OptionSet, Sendable {
  let rawValue: UInt8
  /// A verb of saying, in any form.
  static let saying = Self(rawValue: 1)
  /// إن، أن، بأن.
  static let that = Self(rawValue: 2)
  /// بحسب، وفقا، على حد قوله, or what announces a whole text.
  static let source = Self(rawValue: 4)

  /// What one word shows.
  init(_ word: QuoteWord) {
    self = []
    if word.cue != nil { insert(.saying) }
    if !word.classes.isDisjoint(with: .complementizers) { insert(.that) }
    if !word.classes.isDisjoint(with: [.according, .limit, .text]) { insert(.source) }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether a sentence of these words may hold a quotation that has a cue: what is said stands behind أن, in marks or
  /// behind a colon.
  func mayQuote(_ text: Span<UInt8>, _ range: TextRange, hasMarks: Bool) -> Bool {
    if hasMarks || contains(.source) { return true }
    guard contains(.saying) else { return false }
    return contains(.that)
      || text.extracting(range.start..<range.end).withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { cbytes_count($0, bytes.count, UInt8(ascii: ":")) > 0 } ?? false
      }
  }
}
