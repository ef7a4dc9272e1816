/// SHA-256 (FIPS 180-4), fed piece by piece.
///
/// Ours because the only other thing that would need a cryptographic library is a name for a text.
package struct SHA256: Sendable {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  /// The bytes of a block that is not whole.
  private var block = InlineArray<64, UInt8>(repeating: 0)
  private var filled = 0
  private var length: UInt64 = 0

  /// A digest of nothing as yet.
  package init() {}

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  /// Takes one byte.
  @inline(__always)
  package mutating func update(_ byte: UInt8) {
    block[filled] = byte
    filled &+= 1
    length &+= 1
    if filled == 64 {
      filled = 0
      Self.compress(block.span, at: 0, &state)
    }
  }

  /// Takes bytes: whole blocks where they stand.
  package mutating func update(_ bytes: Span<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      if filled == 0, bytes.count - offset >= 64 {
        Self.compress(bytes, at: offset, &state)
        length &+= 64
        offset += 64
      } else {
        update(bytes[offset])
        offset += 1
      }
    }
  }

  /// The digest, 32 bytes; what was fed stays, and more may follow.
  package func digest() -> [UInt8] {
    var copy = self
    let bits = copy.length &* 8
    copy.update(0x80)
    while copy.filled != 56 { copy.update(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      copy.update(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return copy.state.indices.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: copy.state[word] >> $0) }
    }
  }

  /// Takes the 64 bytes at `start`.
  private static func compress(
    _ bytes: Span<UInt8>, at start: Int, _ state: inout InlineArray<8, UInt32>
  ) {
    precondition(start >= 0 && start + 64 <= bytes.count)
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    for index in 0..<16 {
      let at = start &+ 4 &* index
      schedule[unchecked: index] =
        UInt32(bytes[unchecked: at]) << 24 | UInt32(bytes[unchecked: at &+ 1]) << 16
        | UInt32(bytes[unchecked: at &+ 2]) << 8 | UInt32(bytes[unchecked: at &+ 3])
    }
    for index in 16..<64 {
      let a = schedule[unchecked: index &- 15]
      let b = schedule[unchecked: index &- 2]
      let s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
      let s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
      schedule[unchecked: index] =
        schedule[unchecked: index &- 16] &+ s0 &+ schedule[unchecked: index &- 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    // Eight rounds turn the eight words once round: they are named anew instead of moved.
    for index in stride(from: 0, to: 64, by: 8) {
      func word(_ place: Int) -> UInt32 {
        constants[unchecked: index &+ place] &+ schedule[unchecked: index &+ place]
      }
      h &+= choice(e, f, g) &+ word(0)
      d &+= h
      h &+= majority(a, b, c)
      g &+= choice(d, e, f) &+ word(1)
      c &+= g
      g &+= majority(h, a, b)
      f &+= choice(c, d, e) &+ word(2)
      b &+= f
      f &+= majority(g, h, a)
      e &+= choice(b, c, d) &+ word(3)
      a &+= e
      e &+= majority(f, g, h)
      d &+= choice(a, b, c) &+ word(4)
      h &+= d
      d &+= majority(e, f, g)
      c &+= choice(h, a, b) &+ word(5)
      g &+= c
      c &+= majority(d, e, f)
      b &+= choice(g, h, a) &+ word(6)
      f &+= b
      b &+= majority(c, d, e)
      a &+= choice(f, g, h) &+ word(7)
      e &+= a
      a &+= majority(b, c, d)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// What a round takes of one half of the words: `f` where `e` has a bit, else `g`.
  @inline(__always)
  private static func choice(_ e: UInt32, _ f: UInt32, _ g: UInt32) -> UInt32 {
    (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ (g ^ (e & (f ^ g)))
  }

  /// What it takes of the other half: the bits that two of three have.
  @inline(__always)
  private static func majority(_ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
    (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value &>> count | value &<< (32 &- count)
  }
}

/// Bytes as small hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
