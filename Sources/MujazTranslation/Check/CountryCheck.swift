/// A country, and what is named after it, is no other one in the target.
///
/// Bias: translators leave countries out and put them in (the president, the US president), write the country for the
/// adjective and the capital for the country; only where one has taken another's place is it told. Whose pound it is counts
/// where both sides say so. Read in English targets.
///
///     الرئيس المصري / the Syrian president   warning      الرئيس المصري / the president of Egypt, the president   well
enum CountryCheck {
  static func check(_ pair: CheckedPair, _ said: SaidPair, _ list: inout FindingList) {
    let missing = said.source.missing(in: said.target, .country)
    let strange = said.target.missing(in: said.source, .country)
    guard !missing.isEmpty, !strange.isEmpty else { return }
    let money = (places(of: said.source), places(of: said.target))
    for isMoney in [false, true] {
      // جنيه مصري, Egyptian pounds
      let lost = missing.filter { money.0.contains($0.place - 1) == isMoney }
      let instead = strange.filter { money.1.contains($0.place + $0.count) == isMoney }
      if !lost.isEmpty, !instead.isEmpty {
        list.add(.warning, .country, pair.segment, lost.message(instead: instead))
      }
    }
  }

  private static func places(of said: SaidWords) -> Set<Int> {
    Set(said.of(.currency).map(\.place))
  }
}
