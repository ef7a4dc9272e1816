import Testing

@testable import MujazCore

/// Reading the rows of lists.
@Suite struct ListRowsTests {
  private func read<Result>(_ list: String, _ body: (inout ListRows) -> Result) -> Result {
    Array(list.utf8).withUnsafeBufferPointer {
      var rows = ListRows($0)
      return body(&rows)
    }
  }

  private func strings(_ list: String) -> [[String]] {
    read(list) { rows in
      var strings: [[String]] = []
      while let row = rows.nextStrings() { strings.append(row) }
      return strings
    }
  }

  /// The folded words of every cell.
  private func words(_ list: String) -> [[[WordKey]]] {
    read(list) { rows in
      var words: [[[WordKey]]] = []
      while rows.nextRow() {
        var cells: [[WordKey]] = []
        repeat {
          var cell: [WordKey] = []
          while let word = rows.nextWord() { cell.append(word) }
          cells.append(cell)
        } while rows.nextCell()
        words.append(cells)
      }
      return words
    }
  }

  @Test("Rows are the lines that are no comments, cells stand between tabs")
  func cells() {
    #expect(strings("") == [])
    #expect(strings("# head\n\n# more\n") == [])
    #expect(strings("في\n# x\nمن جهة\tturn\n") == [["في"], ["من جهة", "turn"]])
    #expect(strings("a\t\tb\n\tc\n") == [["a", "", "b"], ["", "c"]])
  }

  @Test("Words are read as everywhere: folded, over marks and signs")
  func folded() {
    #expect(words("وكالة أنباء\tagency\n") == [[["وكالة".key, "أنباء".key], ["agency".key]]])
    #expect(words("أ.ف.ب\n\n-\n") == [[["أ".key, "ف".key, "ب".key]], [[]]])
    #expect(words("قَدْ، ثمّ\tx\n") == [[["قد".key, "ثم".key], ["x".key]]])
    #expect(words("سنة 2025\nAFP\n") == [[["سنة".key, "2025".key]], [["afp".key]]])
    #expect(words("\u{FE8E}ل\n") == [["\u{FE8E}ل".keys]])
  }

  @Test(
    "A word of any length has the key that the scanner gives",
    arguments: [1, 2, 7, 8, 9, 15, 16, 17, 30])
  func lengths(_ count: Int) {
    let word = String(repeating: "ب", count: count)
    #expect(words("\(word) \(word)و\n") == [["\(word) \(word)و".keys]])
  }

  @Test("What is left of a row is passed over")
  func skipping() {
    let kinds = read("من جهة\tturn\tx\nفي ذلك\tsoft\ty\n") { rows in
      var kinds: [String] = []
      while rows.nextRow() {
        _ = rows.nextWord()
        if rows.nextCell() { kinds.append(rows.cell().string) }
      }
      return kinds
    }
    #expect(kinds == ["turn", "soft"])
  }

  @Test("A cell is taken where it is the same as another, and left where it is not")
  func taking() {
    let rest = read("turn\tturns\ncircumstance-open\n") { rows in
      var rest: [String] = []
      while rows.nextRow() {
        repeat {
          for name in ["turn", "circumstance", "circumstance-open"] as [StaticString] {
            let cell = ListCell(
              bytes: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            if rows.take(cell) { rest.append("\(name)!") }
          }
          rest.append(rows.cell().string)
        } while rows.nextCell()
      }
      return rest
    }
    #expect(rest == ["turn!", "", "turns", "circumstance-open!", ""])
  }

  @Test("Names of a cell stand for their values together; what is unknown stands for nothing")
  func names() {
    let names: ListNames<WordClasses> = ["month": .month, "weekday": .weekday]
    #expect(names["month"] == .month && names["mont"] == nil)
    let values = read("month,weekday\tx\n-\nmonth,year\n") { rows in
      var values: [WordClasses] = []
      while rows.nextRow() { values.append(rows.names(in: names)) }
      return values
    }
    #expect(values == [[.month, .weekday], [], .month])
  }
}
