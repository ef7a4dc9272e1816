import MujazInput

/// How files and records are read.
struct Reading: Sendable {
  var decoder = TextDecoder()
  var fields = RecordFields()
  var limit = SizeLimit.standard
  /// What happens with articles that are not Arabic. `note` only where somebody sees it.
  var languageCheck = LanguageCheck.off
}
