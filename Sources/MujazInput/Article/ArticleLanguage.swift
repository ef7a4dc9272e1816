internal import CBytes
import MujazCore

/// The language that an article is written in, as far as its text tells; the raw value is its BCP 47 tag.
///
/// Arabic with quotations and names in other languages is Arabic, in every dialect, and so is a text at least a third of whose letters
/// are Arabic ones. When in doubt it is `undetermined`: a wrong name would be worse.
public enum ArticleLanguage: String, Sendable, CaseIterable {
  /// Arabic, in every dialect.
  case arabic = "ar"
  /// Persian.
  case persian = "fa"
  /// Urdu.
  case urdu = "ur"
  /// Central Kurdish, in Arabic letters.
  case kurdish = "ckb"
  /// English.
  case english = "en"
  /// French.
  case french = "fr"
  /// Arabic in Latin letters and digits.
  case latinArabic = "ar-Latn"
  /// Too little text, or none of these languages.
  case undetermined = "und"

  /// How much of a text is looked at, in bytes.
  private static var most: Int { 4096 }

  /// Tells the language of a text by its first 4,096 bytes.
  ///
  /// By the shares of its scripts, by letters that few languages have, and by function words
  /// (`Sources/CResources/Input/language-signs.tsv`). Linear in those bytes; of plain Arabic a sample of a fifth is enough,
  /// without a look at its words, of any other text four passages of 256 bytes.
  ///
  /// - Parameter text: valid UTF-8, the headline with it or not.
  public init(of text: Span<UInt8>) {
    let beginning = text.extracting(first: Self.most)
    self = beginning.isPlainArabic ? .arabic : LanguageCount(of: beginning).language
  }

  /// Tells the language of a text by its first 4,096 bytes.
  public init(of text: String) {
    var text = text
    self = text.withUTF8 { ArticleLanguage(of: $0.span) }
  }

  /// What the language is called in English.
  public var name: String {
    switch self {
    case .arabic: "Arabic"
    case .persian: "Persian"
    case .urdu: "Urdu"
    case .kurdish: "Kurdish"
    case .english: "English"
    case .french: "French"
    case .latinArabic: "Arabic in Latin letters"
    case .undetermined: "undetermined"
    }
  }

  /// Whether it is surely another language than Arabic, or Arabic in other letters.
  public var isForeign: Bool { self != .arabic && self != .undetermined }
}

extension Span<UInt8> {
  /// Whether a sample has so many Arabic letters, and the right ones, that the text can be nothing else.
  ///
  /// A fourth of the bytes begin Arabic letters, so Latin ones are less than twice as many. Hardly one is of those that Arabic has not;
  /// and one in fifty is ء, أ, ة or ث: Arabic has two to five of them, Persian in Arabic letters a fifth of one.
  fileprivate var isPlainArabic: Bool {
    let sample = withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { cbytes_sample_arabic($0, bytes.count) } ?? cbytes_arabic()
    }
    return sample.marked >= 3 && sample.letters &* 4 >= sample.bytes
      && sample.foreign &* 64 <= sample.letters && sample.marked &* 50 >= sample.letters
  }
}
