/// Full stops and question marks inside URLs, e-mail addresses, host names, file names and versions.
///
/// Bias: refuse. A stop between two Latin letters or digits with no space is never the end of an Arabic
/// sentence.
///
///     سجل في www.example.com/ar?id=5 مجانا        no end inside the address
///     سجل في www.example.com. والتسجيل مجاني       an end behind it
enum AddressRule {
  static func decide(_ candidate: Candidate, _ text: Span<UInt8>) -> Verdict? {
    guard !candidate.hasGap, candidate.next < candidate.limit,
      candidate.mark > candidate.segmentStart
    else { return nil }
    let before = text[candidate.mark - 1]
    let after = text[candidate.next]
    guard before > 0x20, before < 0x80, after > 0x20, after < 0x80 else { return nil }
    let isLatin = Letter.ascii[before] != 0 && Letter.ascii[after] != 0
    if isLatin, before >= 0x41 || after >= 0x41 { return .refuse(.address) }

    // The run around the mark, looked at from its start. No address is longer than a few hundred bytes.
    var start = candidate.mark
    let floor = max(candidate.segmentStart, candidate.mark - 512)
    while start > floor, text[start - 1] > 0x20, text[start - 1] < 0x80 { start -= 1 }
    let limit = min(candidate.limit, candidate.mark + 512)
    if let end = Address.scan(text, from: start, limit: limit).addressEnd, candidate.mark < end {
      return .refuse(.address)
    }
    return nil
  }
}
