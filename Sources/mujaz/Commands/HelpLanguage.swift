internal import MujazPlatform

/// The language of help: of the pages alone, never of a message.
enum HelpLanguage: String, CaseIterable {
  case english = "en"
  case arabic = "ar"

  /// That of the messages in the environment, as the C library looks it up.
  static var ofEnvironment: HelpLanguage {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      let language = value.prefix { $0 != "_" && $0 != "." && $0 != "@" }
      return language == "ar" ? .arabic : .english
    }
    return .english
  }
}

/// A command line without its `--language`, which only help has.
struct HelpArguments {
  /// What stands behind the option; empty where nothing does, nil where it isn't there.
  private(set) var language: String?
  private(set) var rest: [String] = []

  init(_ arguments: [String]) {
    let option = "--language"
    var isValue = false
    for argument in arguments {
      if isValue {
        language = argument
        isValue = false
      } else if argument == option {
        (language, isValue) = ("", true)
      } else if argument.hasPrefix(option + "=") {
        language = String(argument.dropFirst(option.count + 1))
      } else {
        rest.append(argument)
      }
    }
  }

  /// Whether what is left asks for help.
  var askForHelp: Bool {
    rest.isEmpty || rest.first == "help" || rest.contains("--help") || rest.contains("-h")
  }
}
