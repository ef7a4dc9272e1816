/// The name of a folder where files are wanted.
enum FolderName {
  /// What is to be done with it.
  static func advice(_ folder: String) -> String {
    var name = Arguments.shown(folder)[...]
    while name.hasSuffix("/") { name = name.dropLast() }
    let files = (name.isEmpty ? "" : ShellWord.typed(String(name))) + "/*"
    let mark = files.hasPrefix("'") ? "\"" : "'"
    let command = Arguments.all.first ?? "brief"
    return "is a folder: give its files, as in \(mark)mujaz \(command) \(files)\(mark)"
  }
}
