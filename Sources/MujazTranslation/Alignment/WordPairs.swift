/// Words and translations on their way into a dictionary, with the bounds that hold whatever the file is.
///
/// An index may name one entry a thousand times, and a line give a thousand words a thousand translations: what a file becomes is
/// bounded, not only what it is.
struct WordPairs {
  /// The largest dictionary that was tried has 600,000.
  static let most = 2_000_000
  /// Bytes of all words and translations of the pairs: 64 MB.
  static let mostBytes = 64 << 20
  /// A longer text is no word and no translation of one, and is passed over.
  static let longest = 1_000

  private(set) var pairs: [(source: String, target: String)] = []
  private var bytes = 0

  mutating func add(_ source: String, _ target: String, line: Int) throws(PackageError) {
    let size = source.utf8.count + target.utf8.count
    guard size <= Self.longest else { return }
    guard pairs.count < Self.most, bytes + size <= Self.mostBytes else {
      throw PackageError(
        line: line,
        "the dictionary becomes too large: \(Self.most) pairs of words, or 64 MB of them")
    }
    bytes += size
    pairs.append((source, target))
  }
}
