/// What a browser may do with our pages: nothing but show them in the style that stands in them.
///
/// A text that came to be markup by a fault of ours could still run nothing, fetch nothing and send nothing.
enum PagePolicy {
  /// The elements of a page's head: the policy, and the style, which the policy names by its hash.
  static func head(style: StaticString? = nil) -> [UInt8] {
    var head = Array(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'".utf8)
    if let style {
      let bytes = UnsafeBufferPointer(start: style.utf8Start, count: style.utf8CodeUnitCount)
      head += Array("; style-src 'sha256-\(base64(digest(bytes)))'".utf8)
      head += Array("\">\n<style>".utf8) + bytes + Array("</style>\n".utf8)
    } else {
      head += Array("\">\n".utf8)
    }
    return head
  }

  private static func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var hash = SHA256()
    for byte in bytes { hash.update(byte) }
    return hash.digest()
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
