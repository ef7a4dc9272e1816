/// A mark that is followed by a comma, semicolon, colon or a closing bracket.
///
/// Bias: refuse. What carries on with a comma has not ended.
///
///     وسأل: «هل هذا عدل؟»، ثم مضى في حديثه        no end        وسأل: «هل هذا عدل؟» ثم مضى       left to the quotation rule
enum FollowingMarkRule {
  static func decide(_ candidate: Candidate, _ text: Span<UInt8>) -> Verdict? {
    guard candidate.next < candidate.limit else { return nil }
    switch text.scalar(at: candidate.next, limit: candidate.limit).value {
    case 0x060C, 0x061B, 0x2C, 0x3B, 0x3A, 0x29, 0x5D: return .refuse(.followingMark)
    default: return nil
    }
  }
}
