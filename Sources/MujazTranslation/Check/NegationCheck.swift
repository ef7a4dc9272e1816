/// What is denied on one side is not affirmed on the other.
///
/// Bias: wide. Any word of denial or of its neighbourhood answers for a negation: refuse, only, without, un-, few. Which
/// negation belongs to which is not known, so of two the loss of one goes unseen. Read in English targets.
///
///     لم يحضر الوزير / The minister attended   warning      لم يحضر الوزير / The minister was absent   well
enum NegationCheck {
  static func check(_ pair: CheckedPair, _ said: SaidPair, _ list: inout FindingList) {
    let source = said.source.of(.negation, .undone)
    let target = said.target.of(.negation, .undone)
    if target.isEmpty, source.contains(where: \.meaning.isTold) {
      let shown = source.filter(\.meaning.isTold).shown
      list.add(.warning, .negation, pair.segment, "denied in the source only: \(shown)")
    } else if source.isEmpty, target.contains(where: \.meaning.isTold) {
      let shown = target.filter(\.meaning.isTold).shown
      list.add(.warning, .negation, pair.segment, "denied in the target only: \(shown)")
    }
  }
}
