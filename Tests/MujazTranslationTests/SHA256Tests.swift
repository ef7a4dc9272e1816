import Testing

@testable import MujazTranslation

/// Digests of FIPS 180-4's own examples.
@Suite struct SHA256Tests {
  @Test(
    "Digests of the standard's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func examples(_ text: String, _ digest: String) {
    var hash = SHA256()
    hash.update(text.utf8.span)
    #expect(hexadecimal(hash.digest()) == digest)
  }

  @Test("A million letters a")
  func million() {
    var hash = SHA256()
    for _ in 0..<1_000_000 { hash.update(UInt8(ascii: "a")) }
    #expect(
      hexadecimal(hash.digest())
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("Bytes in pieces of every size are the bytes in one", arguments: [1, 3, 63, 64, 65, 200])
  func pieces(_ size: Int) {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var whole = SHA256()
    whole.update(bytes.span)
    var pieces = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      pieces.update(bytes.span.extracting(start..<min(start + size, bytes.count)))
    }
    #expect(pieces.digest() == whole.digest())
    #expect(
      hexadecimal(whole.digest())
        == "945acdf575d6a2430bf4d6163e1d03b4b0b896fcef107c8b24bf7ff07a621fa3")
  }
}
