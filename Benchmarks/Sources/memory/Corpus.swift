import Foundation

/// Sentences for a memory, the same at every run: those of the fixtures' articles, cut and joined, a third of their words
/// exchanged for others.
///
/// Bias: harder than news. A few hundred sentences are the stock of all, so that each has thousands of neighbours that share
/// half of its words.
struct Corpus {
  private let sentences: [[String]]
  private let words: [String]
  private var state: UInt64

  init(folder: String, seed: UInt64) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var sentences: [[String]] = []
    for name in names where name.hasSuffix(".article") {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let words = line.split { !Self.isPlain($0) }.map(String.init)
        if words.count >= 5 { sentences.append(words) }
      }
    }
    self.sentences = sentences
    words = sentences.flatMap { $0 }
    state = seed
  }

  /// A letter of U+0621…U+063A or U+0641…U+064A: no marks and no digits, so that the judge needs no knowledge of them.
  private static func isPlain(_ character: Character) -> Bool {
    character.unicodeScalars.count == 1
      && character.unicodeScalars.allSatisfy {
        (0x0621...0x063A).contains($0.value) || (0x0641...0x064A).contains($0.value)
      }
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)).multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func word() -> String { words[below(words.count)] }

  /// A sentence of 5 to 30 words.
  mutating func sentence() -> [String] {
    let first = sentences[below(sentences.count)]
    let second = sentences[below(sentences.count)]
    var sentence = Array(first.prefix(3 + below(first.count)))
    sentence += second.dropFirst(below(second.count))
    sentence = Array(sentence.prefix(30))
    for index in sentence.indices where below(3) == 0 { sentence[index] = word() }
    while sentence.count < 5 { sentence.append(word()) }
    return sentence
  }

  /// A sentence as it may come the next time: up to a fifth of its words exchanged, dropped, put in, with a clitic, or in another
  /// spelling.
  mutating func edited(_ sentence: [String]) -> [String] {
    var words = sentence
    for _ in 0...below(max(1, words.count / 5)) {
      let place = below(words.count)
      switch below(5) {
      case 0: words[place] = word()
      case 1 where words.count > 5: words.remove(at: place)
      case 2: words.insert(word(), at: place)
      case 3: words[place] = ["\u{0648}", "\u{0641}", "\u{0628}"][below(3)] + words[place]
      default:
        words[place] = words[place].replacingOccurrences(of: "\u{0629}", with: "\u{0647}")
      }
    }
    return words
  }
}
