/// light10 on strings of folded letters, written from the table of Larkey, Ballesteros and Connell, to hold the packed
/// one against.
enum ReferenceStemmer {
  private static let articles = ["وال", "بال", "كال", "فال", "ال", "لل"]
  /// In the published order; ية and ة are يه and ه when folded.
  private static let endings = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"]

  static func stem(_ folded: String) -> String {
    guard let first = folded.unicodeScalars.first, (0x0620...0x06FF).contains(first.value) else {
      return folded
    }
    var word = Array(folded)
    if word.first == "و", word.count >= 4 { word.removeFirst() }
    if let article = articles.first(where: { word.starts(with: $0) && word.count - $0.count >= 2 })
    {
      word.removeFirst(article.count)
    }
    for ending in endings where word.count - ending.count >= 2 {
      if word.suffix(ending.count).elementsEqual(ending) { word.removeLast(ending.count) }
    }
    return String(word)
  }
}
