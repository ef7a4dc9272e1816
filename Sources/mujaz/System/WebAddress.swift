/// The address of a page where a file is wanted.
enum WebAddress {
  /// Whether an operand that is no file is one.
  static func isOne(_ operand: String) -> Bool {
    let start = operand.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// What is to be done with it; `command` is the one that was asked for.
  static func advice(_ address: String, command: String?) -> String {
    let page = "page.html"
    let then = command.map { "then run 'mujaz \($0) \(page)'" } ?? "then name \(page)"
    return "nothing is fetched: save the page first, as with"
      + " \"curl -L -o \(page) \(ShellWord.quoted(Arguments.shown(address)))\", \(then)"
  }
}
