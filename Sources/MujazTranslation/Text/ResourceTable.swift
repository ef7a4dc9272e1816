internal import CResources

/// A table of the shipped data: lines of cells parted by tabs, `#` for comments.
enum ResourceTable {
  static func rows(_ blob: cres_blob) -> [[String]] {
    let text = String(
      decoding: UnsafeBufferPointer(start: blob.start, count: blob.count), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
