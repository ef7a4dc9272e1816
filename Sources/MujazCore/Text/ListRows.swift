package import CResources

/// Reads the rows of a word list: one entry a line, its cells between tabs, `#` at the beginning of a comment.
///
/// The one reader of all lists that mujaz is shipped with. It walks over the bytes once and makes no string but where it is asked
/// for one: a list of nine hundred words costs some 100,000 instructions. What a list must look like is said in its head and held
/// against it by a test, see `ListForm`; a reader passes over what it does not know.
package struct ListRows {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// In the row: at the next byte to read, at most at the line's end.
  private var offset = 0
  /// Whether the first row has been gone to.
  private var hasBegun = false
  private let arabic = Letter.arabic
  private let ascii = Letter.ascii

  /// The rows of bytes that outlive the reader and end with a line feed, or are none.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    precondition(bytes.last ?? Self.lineFeed == Self.lineFeed, "a list's last line has no end")
    self.bytes = bytes
  }

  /// The rows of a list that mujaz is shipped with.
  package init(_ list: cres_blob) {
    self.init(UnsafeBufferPointer(start: list.start, count: list.count))
  }

  private static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  private static var tab: UInt8 { UInt8(ascii: "\t") }

  @inline(__always)
  private static func isEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == tab }

  // MARK: Rows and cells

  /// Goes to the first cell of the next row; false behind the last.
  package mutating func nextRow() -> Bool {
    if hasBegun {
      skipLine()
    } else {
      hasBegun = true
    }
    while offset < bytes.count {
      if bytes[offset] != UInt8(ascii: "#"), bytes[offset] != Self.lineFeed { return true }
      skipLine()
    }
    return false
  }

  private mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != Self.lineFeed { offset &+= 1 }
    offset &+= 1
  }

  /// Goes to the next cell of the row, over what is left of this one; false behind the last.
  package mutating func nextCell() -> Bool {
    while !Self.isEnd(bytes[offset]) { offset &+= 1 }
    guard bytes[offset] == Self.tab else { return false }
    offset &+= 1
    return true
  }

  /// What is left of the cell.
  package mutating func cell() -> ListCell {
    let start = offset
    while !Self.isEnd(bytes[offset]) { offset &+= 1 }
    return ListCell(bytes: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
  }

  /// Passes over what is left of the cell where it is the same as another.
  @inline(__always)
  package mutating func take(_ other: ListCell) -> Bool {
    let count = other.bytes.count
    guard count < bytes.count &- offset, Self.isEnd(bytes[offset &+ count]),
      ListCell(bytes: UnsafeBufferPointer(rebasing: bytes[offset..<offset &+ count])) == other
    else { return false }
    offset &+= count
    return true
  }

  /// What the names that are left in the cell, with commas between, stand for together; what is unknown stands for nothing.
  package mutating func names<Values: OptionSet>(in names: ListNames<Values>) -> Values {
    var values: Values = []
    var start = offset
    while true {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ",") || Self.isEnd(byte) {
        let name = ListCell(bytes: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
        values.formUnion(names.value(of: name) ?? [])
        if byte != UInt8(ascii: ",") { return values }
        start = offset &+ 1
      }
      offset &+= 1
    }
  }

  /// Passes over a mark, where it is the next byte.
  @inline(__always)
  package mutating func take(_ mark: UInt8) -> Bool {
    guard bytes[offset] == mark else { return false }
    offset &+= 1
    return true
  }

  /// Whether a colon stands right before what is left of the cell.
  package var isBehindColon: Bool { offset > 0 && bytes[offset &- 1] == UInt8(ascii: ":") }

  // MARK: Strings

  /// The rows of a list as strings, cell by cell: for small lists, and for whoever hands a list on.
  package static func strings(_ list: cres_blob) -> [[String]] {
    var rows = ListRows(list)
    var strings: [[String]] = []
    while let row = rows.nextStrings() { strings.append(row) }
    return strings
  }

  /// The cells of the next row; nil behind the last.
  package mutating func nextStrings() -> [String]? {
    guard nextRow() else { return nil }
    var cells = [cell().string]
    while nextCell() { cells.append(cell().string) }
    return cells
  }

  /// The number of the line that is read, from 1. Linear in what stands before.
  package var line: Int { bytes[..<min(offset, bytes.count)].count { $0 == Self.lineFeed } + 1 }

  // MARK: Words

  /// The next word of the cell, folded; nil behind the last, at the cell's end.
  ///
  /// As `WordScanner` reads it, which is asked where anything but plain letters stands in the word.
  @inline(__always)
  package mutating func nextWord() -> WordKey? {
    var offset = offset
    while bytes[offset] < 0x80, ascii[bytes[offset]] == Letter.isBreak {
      if Self.isEnd(bytes[offset]) {
        self.offset = offset
        return nil
      }
      offset &+= 1
    }
    self.offset = offset
    let low = letters(&offset)
    let high = low >= 1 &<< 56 ? letters(&offset) : 0
    let byte = bytes[offset]
    guard low != 0, byte < 0x80, ascii[byte] == Letter.isBreak else { return rareWord() }
    self.offset = offset
    return WordKey(
      bits: UInt128(truncatingIfNeeded: high) &<< 64 | UInt128(truncatingIfNeeded: low))
  }

  /// Up to eight plain Arabic letters, packed; `offset` moves behind them.
  @inline(__always)
  private func letters(_ offset: inout Int) -> UInt64 {
    var letters: UInt64 = 0
    var shift: UInt64 = 0
    // The line feed at the end of the list ends every loop.
    while shift < 64, bytes[offset] & 0xFC == 0xD8 {
      let code = arabic[bytes[offset], bytes[offset &+ 1]]
      // Neither a break nor a sign nor a letter without a code.
      guard code &- Letter.hamza < Letter.arabicEnd &- Letter.hamza else { break }
      letters |= UInt64(truncatingIfNeeded: code) &<< shift
      shift &+= 8
      offset &+= 2
    }
    return letters
  }

  @inline(never)
  private mutating func rareWord() -> WordKey? {
    // Latin letters and digits alone are read here, as the scanner would look for an address.
    var key = WordKeyBuilder()
    var end = offset
    while bytes[end] < 0x80, ascii[bytes[end]] != Letter.isBreak {
      key.append(ascii[bytes[end]])
      end += 1
    }
    if end > offset, bytes[end] < 0x80 {
      offset = end
      return key.key
    }
    while !Self.isEnd(bytes[end]) { end += 1 }
    var words = WordScanner(from: offset, to: end)
    guard let word = words.next(bytes.span) else {
      offset = end
      return nil
    }
    offset = word.end
    return word.key
  }
}

/// A cell of a word list, as it is written.
package struct ListCell {
  package let bytes: UnsafeBufferPointer<UInt8>

  package init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A cell without a letter.
  package static var empty: ListCell { ListCell(bytes: UnsafeBufferPointer(start: nil, count: 0)) }

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package static func == (cell: ListCell, name: StaticString) -> Bool {
    cell
      == ListCell(
        bytes: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// Whether two cells are written the same way.
  @inline(__always)
  package static func == (cell: ListCell, other: ListCell) -> Bool {
    let count = cell.bytes.count
    guard count == other.bytes.count else { return false }
    // Most names have eight to sixteen letters: the first eight and the last eight cover them.
    guard (8...16).contains(count) else {
      for place in 0..<count where cell.bytes[place] != other.bytes[place] { return false }
      return true
    }
    return cell.eight(at: 0) == other.eight(at: 0)
      && cell.eight(at: count &- 8) == other.eight(at: count &- 8)
  }

  @inline(__always)
  private func eight(at offset: Int) -> UInt64 {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}
