/// A word of a command line, as it is typed to a shell.
enum ShellWord {
  /// The word itself, in marks where a shell would read anything else.
  static func typed(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-_./,:+@%".unicodeScalars.contains(scalar)
    }
    return isPlain && !word.isEmpty ? word : quoted(word)
  }

  /// The word in marks.
  static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
