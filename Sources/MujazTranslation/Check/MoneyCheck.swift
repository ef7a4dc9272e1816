/// Currencies and percentages stand on both sides.
///
/// Bias: whose dollar or pound it is need not be told, nor how percent is written. Read in English targets.
///
///     5 ملايين يورو / $5 million   warning      12٪ / 12 per cent   well      100 دولار أمريكي / $100   well
enum MoneyCheck {
  static func check(_ pair: CheckedPair, _ said: SaidPair, _ list: inout FindingList) {
    let missing = said.source.missing(in: said.target, .currency)
    if !missing.isEmpty {
      let instead = said.target.missing(in: said.source, .currency)
      list.add(.warning, .money, pair.segment, missing.message(instead: instead))
    }
    let percent = said.source.missing(in: said.target, .percent)
    let strange = said.target.missing(in: said.source, .percent)
    if !percent.isEmpty {
      list.add(.warning, .money, pair.segment, percent.message(instead: []))
    } else if !strange.isEmpty {
      list.add(.warning, .money, pair.segment, "in the target only: \(strange.shown)")
    }
  }
}
