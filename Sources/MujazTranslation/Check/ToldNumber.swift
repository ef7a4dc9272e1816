import MujazCore

/// A number that a text tells, in digits or in words, and all that it may be told as.
struct ToldNumber {
  enum Form {
    case digits
    /// Three, twenty-five, ثلاثمئة ألف.
    case cardinal
    /// Third, الخامس والعشرون.
    case ordinal
    /// شهران, نصف, الثمانينيات: other languages may turn it into a word of another kind.
    case loose
    /// What may be a number where the other side has it: one, a month's name.
    case also
    /// The same, but never an ordinal: both, twice, a pair.
    case both
  }

  var form: Form
  /// As it reads.
  var text: String
  /// The value as a whole number in ASCII digits or a fraction, with alternatives.
  var values: [String]
  /// The number in digits.
  var scanned: ScannedNumber?
  /// Where it stands, in bytes.
  var start: Int
  /// Whether only a hyphen or a dash stands between it and the number before it: 31-27.
  var isTied = false

  /// Whether a translation must tell it.
  var isRequired: Bool { form != .also && form != .both }

  /// Whether two numbers may be one.
  func matches(_ other: ToldNumber) -> Bool {
    if let scanned, let its = other.scanned { return scanned.matches(its) || scanned.isTime(its) }
    if [form, other.form].contains(.ordinal), [form, other.form].contains(.both) { return false }
    return values.contains(where: other.values.contains)
  }
}

extension ToldNumber {
  /// A number in digits. Words may tell a part of it: the hour of 3:30, the day of 5-8.
  init(_ text: Span<UInt8>, _ place: NumberPlace) {
    let number = ScannedNumber(text, place)
    var values = [number.digits, number.expanded]
    for run in number.runs {
      let significant = run.drop { $0 == "0" }
      values.append(significant.isEmpty ? "0" : String(significant))
    }
    // The minutes of 10:00 and a score of nothing are often not written.
    let form: Form = number.digits == "0" ? .also : .digits
    self.init(
      form: form, text: number.text, values: values, scanned: number, start: place.range.start)
  }
}

extension ScannedNumber {
  /// Whether two numbers are one time of day, by clocks of twelve or of twenty-four hours: 13:30 and 1.30, 10:00 and 10.
  fileprivate func isTime(_ other: ScannedNumber) -> Bool {
    guard let time, let its = other.time, runs.count == 2 || other.runs.count == 2 else {
      return false
    }
    return time.minute == its.minute && (time.hour - its.hour) % 12 == 0
  }

  private var time: (hour: Int, minute: Int)? {
    guard runs.count <= 2, power == 0, let hour = Int(runs[0]), hour < 25 else { return nil }
    guard runs.count == 2 else { return (hour, 0) }
    guard runs[1].utf8.count == 2, let minute = Int(runs[1]), minute < 60 else { return nil }
    return (hour, minute)
  }
}
