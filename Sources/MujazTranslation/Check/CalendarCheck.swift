/// Days of the week and months of both calendars are the same on both sides.
///
/// Bias: what is not in the target is told only where another day or month stands there, or nothing that may stand for it:
/// yesterday, a date in digits, this spring. Read in English targets.
///
///     يوم الثلاثاء / on Thursday   warning      يوم الثلاثاء / yesterday   well      في نيسان / on 5/4   well
enum CalendarCheck {
  static func check(_ pair: CheckedPair, _ said: SaidPair, _ list: inout FindingList) {
    for kind in [CheckWord.Kind.weekday, .month, .lunar] {
      let missing = said.source.missing(in: said.target, kind)
      guard !missing.isEmpty else { continue }
      let instead = said.target.unanswered(by: said.source, kind)
      if instead.isEmpty, isSaidOtherwise(missing, kind, pair, said) { continue }
      list.add(.warning, .calendar, pair.segment, missing.message(instead: instead))
    }
  }

  private static func isSaidOtherwise(
    _ missing: [SaidWords.Said], _ kind: CheckWord.Kind, _ pair: CheckedPair, _ said: SaidPair
  ) -> Bool {
    let stands = said.target.of(.when).flatMap(\.meaning.values)
    switch kind {
    case .weekday: return stands.contains(CheckWord.Kind.weekday.rawValue)
    // The other calendar's date may be all that is wanted.
    case .lunar: return stands.contains(CheckWord.Kind.month.rawValue) || said.target.has(.month)
    default:
      if stands.contains(CheckWord.Kind.month.rawValue) || said.target.has(.lunar) { return true }
      let numbers = NumberScanner.numbers(in: pair.target).flatMap(\.runs).compactMap { Int($0) }
      return missing.allSatisfy { month in
        numbers.contains { month.meaning.values.contains(String($0)) }
      }
    }
  }
}
