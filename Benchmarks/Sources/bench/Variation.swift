/// Changes words and digits, so that articles and most sentences do not come back as they were.
///
/// One word in twenty becomes another word of the fixtures, and one in eighty a word that is in
/// none of them: without new words the tables for a long text would stay far smaller than with real
/// news.
struct Variation {
  /// The plain words of the fixtures, one behind the other, as often as they are there: common
  /// words stay common. An array for each word would be a good part of the memory of the bench.
  private var letters: [UInt8] = []
  /// Where each word is in `letters`.
  private var words: [Range<Int>] = []

  private static let swapRate = 20
  private static let coinRate = 4

  init(of fixtures: [Fixture]) {
    for sentence in fixtures.lazy.flatMap(\.paragraphs).flatMap(\.sentences) {
      for word in sentence.words {
        words.append(letters.count..<letters.count + word.count)
        letters += sentence.bytes[word]
      }
    }
  }

  /// Appends the sentence to `output` in other words.
  func append(_ sentence: Sentence, to output: inout [UInt8], using random: inout SplitMix64) {
    let start = output.count
    var copied = 0
    for word in sentence.words where random.below(Self.swapRate) == 0 {
      output += sentence.bytes[copied..<word.lowerBound]
      appendWord(to: &output, using: &random)
      copied = word.upperBound
    }
    output += sentence.bytes[copied...]
    varyDigits(of: &output, from: start, using: &random)
  }

  private func appendWord(to output: inout [UInt8], using random: inout SplitMix64) {
    let word = words[random.below(words.count)]
    let start = output.count
    output += letters[word]
    if random.below(Self.coinRate) == 0 {
      let letter = start + 2 * random.below(word.count / 2)
      // U+0641…U+064A: ten letters, all of them with the same first byte.
      output[letter] = 0xD9
      output[letter + 1] = UInt8(0x81 + random.below(10))
    }
  }

  /// Gives every digit but zero, European or Arabic, another value from one to nine. Zeros stay, so
  /// that a round number stays round and no number begins with a new zero.
  private func varyDigits(
    of text: inout [UInt8], from start: Int, using random: inout SplitMix64
  ) {
    var bytes = text.mutableSpan
    for index in start..<bytes.count {
      switch bytes[index] {
      case 0x31...0x39:
        bytes[index] = UInt8(0x31 + random.below(9))
      case 0xA1...0xA9 where index > start && bytes[index - 1] == 0xD9:
        bytes[index] = UInt8(0xA1 + random.below(9))
      default:
        break
      }
    }
  }
}
