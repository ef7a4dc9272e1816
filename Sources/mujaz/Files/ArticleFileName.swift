/// The name of a file that is made of an article's: of its path or its id.
///
/// Letters and digits of any script stay, and so do `-`, `_` and `.` inside; all else is `-`, so that a name leads into no other folder,
/// is no option and hides nothing. The same article has the same name.
///
///     news/تقرير.html → تقرير        https://example.org/a?id=7 → example.org-a-id-7
enum ArticleFileName {
  /// A file's name has 255 bytes at most; an ending comes behind this one.
  private static let mostBytes = 200
  /// What is taken for the ending of a file: a letter, and up to so many behind it.
  private static let longestEnding = 4

  static func of(_ article: String) -> String {
    var name = ""
    var isGap = false
    for scalar in base(of: article).unicodeScalars {
      let isKept = isLetter(scalar) || scalar == "_" || scalar == "."
      if isKept {
        let piece = (isGap && !name.isEmpty ? "-" : "") + String(scalar)
        guard name.utf8.count + piece.utf8.count <= mostBytes else { break }
        name += piece
      }
      isGap = !isKept
    }
    let bare = name.utf8.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    return bare.isEmpty ? "article" : String(Substring(bare))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// Of a path the last part without its ending; an address whole, but for its scheme.
  private static func base(of article: String) -> Substring {
    if let scheme = article.firstRange(of: "://") { return article[scheme.upperBound...] }
    let last = article.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      Substring(article.utf8[article.utf8.index(after: $0)...])
    }
    let name = last ?? article[...]
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return name
    }
    let ending = name.utf8[dot...].dropFirst()
    let isEnding =
      (1...longestEnding).contains(ending.count) && ending.first.map(Self.isASCIILetter) == true
      && ending.allSatisfy { isASCIILetter($0) || (0x30...0x39).contains($0) }
    return isEnding ? Substring(name.utf8[..<dot]) : name
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
