internal import CResources

/// The rows of a word list of two columns.
enum WordFile {
  static func rows(_ list: cres_blob) -> [(text: String, kind: String)] {
    UnsafeBufferPointer(start: list.start, count: list.count)
      .split(separator: UInt8(ascii: "\n"))
      .compactMap { line in
        guard line.first != UInt8(ascii: "#") else { return nil }
        let columns = line.split(separator: UInt8(ascii: "\t"))
        guard columns.count == 2 else { return nil }
        return (
          String(decoding: columns[0], as: UTF8.self), String(decoding: columns[1], as: UTF8.self)
        )
      }
  }
}
