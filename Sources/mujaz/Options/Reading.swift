import MujazInput

/// How files and records are read.
struct Reading: Sendable {
  var decoder = TextDecoder()
  var fields = RecordFields()
  var limit = SizeLimit.standard
}
