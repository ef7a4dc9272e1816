import ArgumentParser
internal import MujazPlatform

extension Mujaz {
  /// What to say of a command line whose first word is no command, where we know better than the parser.
  static func suggestion(for arguments: [String]) -> String? {
    let (type, rest) = subcommand(of: arguments)
    guard !type.configuration.subcommands.isEmpty, let word = rest.first, isOperand(word),
      word != "-", word != "help"
    else { return nil }
    let shown = Arguments.shown(word)
    let ofFile = "'\(shown)' is no command: did you mean 'mujaz brief \(ShellWord.typed(shown))'?"
    let isRoot = type == Mujaz.self
    if isRoot, access(Arguments.bytes(of: word), F_OK) == 0 { return ofFile }
    if isRoot, WebAddress.isOne(word) {
      return "\(shown): \(WebAddress.advice(word, command: "brief"))"
    }
    let names = type.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    if let name = nearest(to: word, among: names + ["help"]) {
      return "'\(shown)' is no command: did you mean '\(name)'?"
    }
    return isRoot && (word.contains(".") || word.contains("/")) ? ofFile : nil
  }

  /// The name that is misspelled in at most two places, and in less than half of them.
  private static func nearest(to word: String, among names: [String]) -> String? {
    names.map { (name: $0, distance: distance(Array(word.lowercased()), Array($0))) }
      .filter { $0.distance <= 2 && 2 * $0.distance < $0.name.count }
      .min { $0.distance < $1.distance }?.name
  }

  /// How many letters are wrong, missing, too many or changed with their neighbour.
  private static func distance(_ word: [Character], _ name: [Character]) -> Int {
    var rows = [Array(0...name.count)]
    for row in word.indices {
      var next = [row + 1]
      for column in name.indices {
        let change = rows[row][column] + (word[row] == name[column] ? 0 : 1)
        var least = min(change, rows[row][column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, word[row] == name[column - 1], word[row - 1] == name[column] {
          least = min(least, rows[row - 1][column - 1] + 1)
        }
        next.append(least)
      }
      rows.append(next)
    }
    return rows[word.count][name.count]
  }
}
