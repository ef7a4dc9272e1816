/// How the parts of Arabic names are written in Latin letters.
public enum Romanization: String, Sendable, CaseIterable {
  /// As English-language news does: Mohammed bin Salman.
  case news
  /// Letter by letter by the table of the International Journal of Middle East Studies: Muḥammad bin Salmān.
  case ijmes
  /// Letter by letter by the table of the American Library Association and the Library of Congress (2012).
  case alaLC = "ala-lc"
}
