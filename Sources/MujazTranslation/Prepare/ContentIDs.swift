/// Ids that are made of content: the first of a content is called by it, the next `…-2`.
struct ContentIDs: Sendable {
  private var counts: [ContentHash: Int] = [:]

  mutating func next(_ prefix: String, _ hash: ContentHash) -> String {
    let count = counts[hash, default: 0] + 1
    counts[hash] = count
    return prefix + hash.digits + (count == 1 ? "" : "-\(count)")
  }
}
