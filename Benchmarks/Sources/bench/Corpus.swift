/// Makes articles of any length and number from the fixtures, the same ones at every run.
///
/// An article begins as one fixture with its paragraphs, and the sentences in them, in another
/// order; if it must be longer, body paragraphs of others follow. `Variation` says how sentences
/// change.
///
/// Bias: the articles make no sense and their sentences come back in slightly other words; so they
/// tell how fast the command is, and nothing of how good.
struct Corpus {
  private let fixtures: [Fixture]
  private let variation: Variation
  private var random: SplitMix64

  /// The article made last, UTF-8.
  private(set) var text: [UInt8] = []
  /// Its title; empty if the fixture it began with has none.
  private(set) var title: [UInt8] = []

  init(fixtures: [Fixture], seed: UInt64) {
    self.fixtures = fixtures
    random = SplitMix64(seed: seed)
    variation = Variation(of: fixtures)
  }

  /// Makes the next article: it ends with the sentence that reaches `length` bytes.
  mutating func advance(length: Int) {
    text.removeAll(keepingCapacity: true)
    title.removeAll(keepingCapacity: true)
    let first = fixtures[random.below(fixtures.count)]
    if let sentence = first.title { variation.append(sentence, to: &title, using: &random) }
    append(first.paragraphs, bodies: first.bodies, length: length)
    while text.count < length {
      let more = fixtures[random.below(fixtures.count)]
      append(more.bodies, bodies: more.bodies, length: length)
    }
  }

  /// A length in bytes as news has it: most articles short, few very long, 3.2 KB on average.
  ///
  /// The steps are tenths of the distribution; between two of them all lengths are as likely.
  mutating func newsLength() -> Int {
    let steps = [400, 800, 1150, 1500, 1900, 2350, 2900, 3600, 4700, 7000, 12_000]
    let step = random.below(steps.count - 1)
    return steps[step] + random.below(steps[step + 1] - steps[step])
  }

  /// The length of a short item, 300 to 900 bytes.
  mutating func shortLength() -> Int { 300 + random.below(600) }

  /// The article as a JSON Lines record, its line feed included.
  func record(id: Int) -> [UInt8] {
    var line = Array("{\"id\":\"\(id)\"".utf8)
    if !title.isEmpty {
      line += ",\"title\":".utf8
      Self.append(title, asJSONTo: &line)
    }
    line += ",\"text\":".utf8
    Self.append(text, asJSONTo: &line)
    line += "}\n".utf8
    return line
  }

  /// Appends the paragraphs, with `bodies`, those of them that are body, in another order.
  private mutating func append(_ paragraphs: [Paragraph], bodies: [Paragraph], length: Int) {
    var order = random.order(of: bodies.count)[...]
    for paragraph in paragraphs where text.count < length {
      let body = paragraph.isBody ? order.popFirst() : nil
      append(body.map { bodies[$0] } ?? paragraph, length: length)
    }
  }

  private mutating func append(_ paragraph: Paragraph, length: Int) {
    var separator = UInt8(ascii: "\n")
    for index in random.order(of: paragraph.sentences.count) where text.count < length {
      if !text.isEmpty { text.append(separator) }
      separator = UInt8(ascii: " ")
      variation.append(paragraph.sentences[index], to: &text, using: &random)
    }
  }

  private static func append(_ bytes: [UInt8], asJSONTo line: inout [UInt8]) {
    line.append(UInt8(ascii: "\""))
    var copied = 0
    for (index, byte) in bytes.enumerated() {
      guard let escape = escape(of: byte) else { continue }
      line += bytes[copied..<index]
      line += escape.utf8
      copied = index + 1
    }
    line += bytes[copied...]
    line.append(UInt8(ascii: "\""))
  }

  private static func escape(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): #"\""#
    case UInt8(ascii: "\\"): #"\\"#
    case UInt8(ascii: "\n"): #"\n"#
    case 0..<0x20: " "  // another control is no loss to a bench
    default: nil
    }
  }
}
