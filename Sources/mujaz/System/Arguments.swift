import CSystem

/// The command line, whatever bytes it holds.
///
/// Linux file names are bytes. Those that are not UTF-8 are mapped to private-use scalars before parsing and
/// back before a file is opened, so that every file can be named. A name that holds such scalars itself has them mapped
/// byte by byte: what is opened is what was named, and no other file's name has the same string.
enum Arguments {
  /// U+10FE00 to U+10FEFF stand for the bytes 00 to FF.
  private static let mapped: ClosedRange<UInt32> = 0x10FE00...0x10FEFF

  /// The arguments behind the program's name.
  static var all: [String] {
    let count = csys_argument_count()
    return (1..<max(1, count)).map { index in
      let argument = csys_argument(index)
      return decode(bytes(of: argument))
    }
  }

  /// The arguments that are parsed as options.
  static var parsed: [String] { Array(all.dropLast(operandsLeftOut.count)) }

  /// The operands at the end of a long command line, which stand behind those that are parsed: the parser's time grows
  /// with the square of their number. The first of a row may be an option's value; the others can only be files.
  static let operandsLeftOut: [String] = {
    let arguments: [String] = Self.all
    guard arguments.count > fewest, takers.contains(arguments[0]) else { return [] }
    let isOption = { (argument: String) in
      argument.utf8.first == UInt8(ascii: "-") && argument != "-"
    }
    let end = arguments.firstIndex(of: "--") ?? arguments.lastIndex(where: isOption) ?? 0
    let row = arguments[(end + 1)...]
    return row.count > fewest ? Array(row.dropFirst()) : []
  }()

  /// Fewer operands are no burden.
  private static let fewest = 64

  /// The commands that take the operands which were left out. For all others every argument is the parser's.
  private static let takers = ["brief", "quotes", "segment", "text", "prep", "stats"]

  private static func bytes(of string: UnsafePointer<CChar>) -> [UInt8] {
    var count = 0
    while string[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: string, count: count).map(UInt8.init(bitPattern:))
  }

  /// A name that was not on the command line, as if it had been.
  static func string(of name: ArraySlice<CChar>) -> String {
    decode(name.map(UInt8.init(bitPattern:)))
  }

  /// The same of bytes.
  static func string(of name: [UInt8]) -> String { decode(name) }

  /// A name as it is shown: what is not UTF-8 in it becomes U+FFFD.
  static func shown(_ argument: String) -> String {
    guard holdsMapped(argument) else { return argument }
    return String(
      decoding: bytes(of: argument).dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether a scalar may stand in it that stands for a byte: all of them begin with F4.
  private static func holdsMapped(_ argument: String) -> Bool { argument.utf8.contains(0xF4) }

  private static func decode(_ bytes: [UInt8]) -> String {
    if let whole = String(validating: bytes, as: UTF8.self), !holdsMapped(whole) { return whole }
    var result = String.UnicodeScalarView()
    var decoder = UTF8Pieces(bytes: bytes[...])
    while let piece = decoder.next() {
      switch piece {
      case .scalar(let scalar) where mapped.contains(scalar.value):
        for byte in UTF8.encode(scalar) ?? .encodedReplacementCharacter {
          append(byte, to: &result)
        }
      case .scalar(let scalar): result.append(scalar)
      case .byte(let byte): append(byte, to: &result)
      }
    }
    return String(result)
  }

  private static func append(_ byte: UInt8, to string: inout String.UnicodeScalarView) {
    if let scalar = Unicode.Scalar(mapped.lowerBound + UInt32(byte)) { string.append(scalar) }
  }

  /// The bytes that an argument stood for, ended by a NUL.
  static func bytes(of argument: String) -> [CChar] {
    guard holdsMapped(argument) else { return Array(argument.utf8CString) }
    var bytes: [CChar] = []
    for scalar in argument.unicodeScalars {
      if mapped.contains(scalar.value) {
        bytes.append(CChar(bitPattern: UInt8(scalar.value - mapped.lowerBound)))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).map { $0.map(CChar.init(bitPattern:)) } ?? [])
      }
    }
    return bytes + [0]
  }
}

/// Splits bytes into scalars and the bytes that are part of none.
private struct UTF8Pieces {
  enum Piece {
    case scalar(Unicode.Scalar)
    case byte(UInt8)
  }

  var bytes: ArraySlice<UInt8>

  mutating func next() -> Piece? {
    guard let first = bytes.first else { return nil }
    for count in 1...4 where count <= bytes.count {
      if let string = String(validating: bytes.prefix(count), as: UTF8.self),
        let scalar = string.unicodeScalars.first
      {
        bytes = bytes.dropFirst(count)
        return .scalar(scalar)
      }
    }
    bytes = bytes.dropFirst()
    return .byte(first)
  }
}
