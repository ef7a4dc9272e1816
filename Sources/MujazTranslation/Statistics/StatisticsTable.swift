/// The analysis as a table for people.
public enum StatisticsTable {
  /// Rows are parts, the bands below the sum; columns segments, words, characters.
  public static func text(_ name: String, _ statistics: SegmentStatistics) -> String {
    var text = name + "\n"
    func row(_ title: String, _ amount: SegmentStatistics.Amount) {
      text += "  " + title.padded(18)
      for number in [amount.segments, amount.words, amount.characters] {
        text += String(number).leftPadded(12)
      }
      text += "\n"
    }
    text += "  " + "".padded(18)
    for title in ["segments", "words", "characters"] { text += title.leftPadded(12) }
    text += "\n"
    row("all", statistics.total)
    for band in MatchBand.allCases { row(band.title, statistics[band]) }
    if !statistics.statuses.isEmpty {
      for status in TargetStatus.allCases {
        row(status.rawValue, statistics.statuses[status] ?? .init())
      }
    }
    text += "  characters without spaces: \(statistics.charactersWithoutSpaces)\n"
    return text
  }
}

extension MatchBand {
  /// How the band is called in tables.
  var title: String {
    switch self {
    case .repetition: "repetitions"
    case .new: "new"
    default: rawValue + " %"
    }
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
