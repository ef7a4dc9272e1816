import Testing

@testable import MujazTranslation

/// Numbers in digits and in words of Arabic and English.
@Suite struct NumberReaderTests {
  @Test(
    "What a text tells, its first value",
    arguments: [
      ("خمسة وعشرون ألفا", ["25000"]), ("ثلاثمئة وخمسة وعشرون", ["325"]),
      ("ألف ومئتان", ["1200"]), ("الثالث عشر", ["13"]), ("الخامس والعشرين", ["25"]),
      ("أحد عشر", ["11"]), ("اثنتا عشرة", ["12"]), ("ثلاث مئة", ["300"]),
      ("مليون ونصف المليون", ["1500000"]), ("خمسة وستة", ["5", "6"]),
      ("12 ألفا وثلاثة", ["12", "3"]), ("6:30", ["630"]), ("أثنى عليه", []),
      ("two hundred and five", ["205"]), ("Twenty-first", ["21"]), ("ninety thousand", ["90000"]),
      ("two, three and four", ["2", "3", "4"]), ("3bn", ["3"]), ("and", []), ("", []),
    ])
  func values(_ text: String, _ values: [String]) {
    #expect(NumberReader.numbers(in: text).compactMap(\.values.first) == values)
  }

  @Test("Each number stands where its words begin, as it reads")
  func places() throws {
    let numbers = NumberReader.numbers(in: "في 3 أيام وخمسة وعشرين يوما")
    #expect(numbers.map(\.text) == ["3", "وخمسة وعشرين"])
    #expect(numbers.map(\.start) == [5, 16])
  }
}
