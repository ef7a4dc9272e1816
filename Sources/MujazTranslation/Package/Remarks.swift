/// What a translator has written beside a segment.
///
/// A comment that says `omitted` and nothing else leaves the segment out: every tool has room for a comment, and few let a state of ours
/// be set.
struct Remarks: Sendable {
  private(set) var comments: [String] = []
  var isOmitted = false

  static let omitted = "omitted"

  mutating func add(_ text: String) {
    let text = text.asOneLine
    if text.lowercased() == Self.omitted {
      isOmitted = true
    } else if !text.isEmpty, !comments.contains(text) {
      comments.append(text)
    }
  }
}
