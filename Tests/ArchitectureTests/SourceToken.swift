/// A piece of Swift source: a word, a number, `->`, `==`, `{`. Comments and the text of strings are none.
struct SourceToken: Equatable {
  var text: String
  var line: Int

  /// Whether it is an identifier or a keyword.
  var isWord: Bool { text.first.map { $0.isLetter || $0 == "_" } ?? false }

  /// The tokens of a source. What stands in `\(…)` inside a string is code.
  static func tokens(of source: String) -> [SourceToken] {
    var scanner = SourceScanner(source)
    scanner.scan()
    return scanner.tokens
  }
}

/// Cuts a source into tokens.
private struct SourceScanner {
  private let source: [Character]
  private var place = 0
  private var line = 1
  private(set) var tokens: [SourceToken] = []

  init(_ source: String) { self.source = Array(source) }

  mutating func scan() {
    while place < source.count { next() }
  }

  private func stands(_ text: String, at offset: Int) -> Bool {
    source[min(offset, source.count)...].starts(with: text)
  }

  private mutating func step(_ count: Int = 1) {
    for character in source[place..<min(place + count, source.count)] where character.isNewline {
      line += 1
    }
    place = min(place + count, source.count)
  }

  private mutating func next() {
    if stands("//", at: place) { return skipLine() }
    if stands("/*", at: place) { return skipComment() }
    if let hashes = stringHashes() { return string(hashes) }
    let character = source[place]
    if character.isWhitespace { return step() }
    if character == "`" { return step() }
    if character.isLetter || character == "_" || character.isNumber {
      return take { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    for mark in ["->", "==", "!=", "<=", ">=", "&&", "||", "..."] where stands(mark, at: place) {
      tokens.append(SourceToken(text: mark, line: line))
      return step(mark.count)
    }
    tokens.append(SourceToken(text: String(character), line: line))
    step()
  }

  private mutating func take(while belongs: (Character) -> Bool) {
    let word = source[place...].prefix(while: belongs)
    tokens.append(SourceToken(text: String(word), line: line))
    step(word.count)
  }

  private mutating func skipLine() {
    step(source[place...].prefix { !$0.isNewline }.count)
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if stands("/*", at: place) {
        depth += 1
        step(2)
      } else if stands("*/", at: place) {
        depth -= 1
        step(2)
      } else {
        step()
      }
    } while depth > 0 && place < source.count
  }

  /// How many `#` stand before the quotation mark of a string that begins here; nil where none begins.
  private func stringHashes() -> Int? {
    let hashes = source[place...].prefix { $0 == "#" }.count
    return stands("\"", at: place + hashes) ? hashes : nil
  }

  private mutating func string(_ hashes: Int) {
    let hash = String(repeating: "#", count: hashes)
    let mark = stands("\"\"\"", at: place + hashes) ? "\"\"\"" : "\""
    tokens.append(SourceToken(text: "\"\"", line: line))
    step(hashes + mark.count)
    while place < source.count {
      if stands(mark + hash, at: place) { return step(mark.count + hashes) }
      if stands("\\" + hash + "(", at: place) {
        step(1 + hashes)
        interpolation()
      } else {
        step(stands("\\" + hash, at: place) ? 2 + hashes : 1)
      }
    }
  }

  private mutating func interpolation() {
    var depth = 0
    repeat {
      let before = tokens.count
      next()
      for token in tokens[before...] {
        if token.text == "(" { depth += 1 }
        if token.text == ")" { depth -= 1 }
      }
    } while depth > 0 && place < source.count
  }
}
