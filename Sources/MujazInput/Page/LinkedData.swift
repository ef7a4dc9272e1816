internal import CJSON

/// What the linked data (JSON-LD) of a page says of its article.
struct LinkedData {
  var headline = ""
  var body = ""
  var author = ""
  var published = ""
  var site = ""
  var url = ""
  var language = ""
  var section = ""
  var isArticle = false
  var isList = false
  var isSale = false

  /// Reads the scripts of a page; what is no JSON is passed over.
  init(_ scripts: [[UInt8]]) {
    guard !scripts.isEmpty, let parser = cjson_open() else { return }
    defer { cjson_close(parser) }
    for script in scripts { read(script, parser) }
  }

  private mutating func read(_ script: [UInt8], _ parser: OpaquePointer) {
    // Line feeds inside strings are the commonest mistake, and outside them they are spaces.
    let count = script.count
    let text =
      script.map { $0 < 0x20 ? 0x20 : $0 } + [UInt8](repeating: 0, count: cjson_padding())
    text.withUnsafeBufferPointer { buffer in
      var data = cjson_linked_data()
      guard let start = buffer.baseAddress, cjson_read_linked_data(parser, start, count, &data)
      else { return }
      if data.is_list { isList = true }
      if data.is_sale { isSale = true }
      guard data.is_article, !isArticle else { return }
      isArticle = true
      headline = Self.string(data.headline).collapsed
      body = Self.string(data.body)
      author = Self.string(data.author).collapsed
      published = Self.string(data.published).collapsed
      site = Self.string(data.site).collapsed
      url = Self.string(data.url).collapsed
      language = Self.string(data.language).collapsed
      section = Self.string(data.section).collapsed
    }
  }

  private static func string(_ bytes: cjson_bytes) -> String {
    String(
      decoding: UnsafeBufferPointer(
        start: bytes.start, count: bytes.start == nil ? 0 : bytes.count),
      as: UTF8.self)
  }
}
