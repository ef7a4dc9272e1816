import Foundation
import TestSupport
import Testing

@testable import mujaz

/// File names as strings and back.
@Suite struct ArgumentsTests {
  /// What a name becomes when it is read from the command line and opened.
  private func opened(_ name: [UInt8]) -> [UInt8] {
    let string = Arguments.string(of: name.map(CChar.init(bitPattern:))[...])
    return Arguments.bytes(of: string).map(UInt8.init(bitPattern:))
  }

  @Test("Every name of one, two or three bytes that decide is opened as it was given")
  func shortNames() {
    let bytes: [UInt8] = [0x2E, 0x2F, 0x61, 0x80, 0x8F, 0xBF, 0xC3, 0xD8, 0xED, 0xF4, 0xFF]
    for first in UInt8(1)...0xFF {
      #expect(opened([first]) == [first, 0])
      for second in bytes {
        for third in bytes {
          #expect(opened([first, second, third]) == [first, second, third, 0])
        }
      }
    }
  }

  @Test("Every scalar that stands for a byte is opened as itself where a name holds it")
  func mappedScalars() {
    for value in UInt32(0x10FDFE)...0x10FF01 {
      let scalar = Character(Unicode.Scalar(value) ?? " ")
      for name in ["\(scalar)", "أ\(scalar)\(scalar).txt"] {
        #expect(opened(Array(name.utf8)) == Array(name.utf8) + [0])
      }
    }
  }

  @Test("Any bytes are opened as they were given, and no two names are one string")
  func anyNames() {
    var generator = SeededGenerator(23)
    // Parts of the scalars that stand for bytes come often enough to meet one another.
    let pieces: [[UInt8]] = [
      [0xF4], [0x8F], [0xB8], [0xBB], [0x80], [0xBF], [0xF4, 0x8F, 0xB8, 0xAE], [0x2F], [0x2E],
      [0xF4, 0x8F, 0xBB], Array("مقال".utf8), [0xCC, 0x81], [0xED, 0xA0, 0x80], [0x61], [0x0A],
    ]
    var strings: [String: [UInt8]] = [:]
    for _ in 0..<50_000 {
      let name = (0...generator.number(below: 8)).flatMap { _ in
        generator.number(below: 4) == 0
          ? [UInt8(1 + generator.number(below: 255))] : generator.pick(pieces)
      }
      #expect(opened(name) == name + [0])
      let string = Arguments.string(of: name.map(CChar.init(bitPattern:))[...])
      let key = string.unicodeScalars.map { String($0.value) }.joined(separator: " ")
      #expect(strings.updateValue(name, forKey: key) ?? name == name)
    }
  }

  @Test("A name is shown with the characters that it has")
  func shown() {
    func shown(_ bytes: [UInt8]) -> String {
      Arguments.shown(Arguments.string(of: bytes.map(CChar.init(bitPattern:))[...]))
    }
    #expect(shown(Array("مقال\u{10FE2F}.txt".utf8)) == "مقال\u{10FE2F}.txt")
    #expect(shown(Array("b".utf8) + [0xFF]) == "b\u{FFFD}")
  }

  @Test("The arguments that C hands over are those of the process")
  func fromC() throws {
    let all = try Data(contentsOf: URL(fileURLWithPath: "/proc/self/cmdline")).split(
      separator: 0, omittingEmptySubsequences: false
    ).dropFirst().dropLast()
    #expect(Arguments.all == all.map { String(decoding: $0, as: UTF8.self) })
    #expect(!Arguments.all.isEmpty)
  }

  // MARK: The command

  /// The image of `../secret.txt`: a name without a slash.
  private static let image = "\u{10FE2E}\u{10FE2E}\u{10FE2F}secret.txt"

  @Test("A name that is the image of a path reads its own file, and no other")
  func readsItsOwnFile() throws {
    let folder = try folder()
    try folder.write("سر لا يقرؤه أحد.\n".utf8, to: "secret.txt")
    try folder.write("نص الملف نفسه.\n".utf8, to: "sub/" + Self.image)
    let ended = try Tool.shell(#"cd sub && exec "$MUJAZ" segment *.txt"#, in: folder)
    #expect(ended.status == .code(0))
    #expect(ended.text == "نص الملف نفسه.\n")
  }

  @Test("It is written, too, where it was named, and nothing outside its folder")
  func writesItsOwnFile() throws {
    let folder = try folder()
    try folder.write("old".utf8, to: "secret.txt")
    let ended = try Tool.shell(
      #"cd sub && printf 'نص.' | "$MUJAZ" segment -o '\#(Self.image)'"#, in: folder)
    #expect(ended.status == .code(0))
    #expect(try folder.text(of: "secret.txt") == "old")
    #expect(try folder.text(of: "sub/" + Self.image) == "نص.\n")
  }

  @Test("A link by way of a name that begins with a combining mark stays in its folder")
  func combiningMark() throws {
    let folder = try folder()
    symlink("\u{301}b", folder.path("sub/a"))
    symlink("c.txt", folder.path("sub/\u{301}b"))
    let ended = try Tool.shell(#"printf 'نص.' | "$MUJAZ" segment -o sub/a"#, in: folder)
    #expect(ended.status == .code(0))
    #expect(try folder.names() == ["sub"])
    #expect(try folder.text(of: "sub/c.txt") == "نص.\n")
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("sub"), withIntermediateDirectories: false)
    return folder
  }
}
