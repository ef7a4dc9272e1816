import MujazCore
import Testing

@testable import MujazTranslation

/// Numbers as they stand in texts.
@Suite struct NumberScannerTests {
  @Test(
    "Numbers, their digits, the runs between marks, the power of ten behind them",
    arguments: [
      ("بلغ ٣٬٤٠٠ دولار", "٣٬٤٠٠", "3400", ["3", "400"], 0),
      ("1,180.", "1,180", "1180", ["1", "180"], 0),
      ("(۴۵ مليار)", "۴۵", "45", ["45"], 9),
      ("007", "007", "7", ["007"], 0),
      ("1.5 million", "1.5", "15", ["1", "5"], 6),
      ("١٢٫٥\u{A0}مليونا", "١٢٫٥", "125", ["12", "5"], 6),
      ("कल १२ दिन", "१२", "12", ["12"], 0),
      ("߂߃", "߂߃", "23", ["23"], 0),
      ("𝟘𝟙", "𝟘𝟙", "1", ["01"], 0),
      ("5 millionaires", "5", "5", ["5"], 0),
    ] as [(String, String, String, [String], Int)])
  func one(_ text: String, _ number: String, _ digits: String, _ runs: [String], _ power: Int) {
    let found = NumberScanner.numbers(in: text)
    #expect(found.map(\.text) == [number] && found.map(\.digits) == [digits])
    #expect(found.map(\.runs) == [runs] && found.map(\.power) == [power])
  }

  @Test(
    "What parts numbers, and what is none",
    arguments: [
      ("10،20", ["10", "20"]), ("1..2", ["1", "2"]), ("1,", ["1"]), ("٣ و٤", ["٣", "٤"]),
      ("نيسان/أبريل 2024.", ["2024"]), ("نعم، لا", []), ("½ ²", []), ("", []), ("«5»", ["5"]),
      ("1'000’000 2 3", ["1'000’000", "2", "3"]),
    ] as [(String, [String])])
  func several(_ text: String, _ numbers: [String]) {
    #expect(NumberScanner.numbers(in: text).map(\.text) == numbers)
  }

  @Test("Every digit of every script is found in bytes as it is among scalars")
  func everyScalar() {
    for value in 0..<UInt32(0x20000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = Array("أ\(String(scalar))ب".utf8)
      let place = NumberScanner.next(text.span, from: 0, limit: text.count)
      #expect(
        (place != nil) == (NumberScanner.digit(scalar) != nil), "U+\(String(value, radix: 16))")
      if let place { #expect(place.range == TextRange(start: 2, end: text.count - 2)) }
    }
  }
}
