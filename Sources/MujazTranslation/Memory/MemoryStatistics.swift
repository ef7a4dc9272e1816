/// What a memory holds.
public struct MemoryStatistics: Sendable, Hashable {
  /// Units of two languages.
  public struct Pair: Sendable, Hashable {
    /// The language of the sentences, a BCP 47 tag.
    public var source: String
    /// The language of their translations, a BCP 47 tag.
    public var target: String
    /// How many units there are of the two.
    public var units: Int
  }

  /// How many units there are.
  public var units: Int
  /// The languages, those with the most units first.
  public var pairs: [Pair]
  /// Where units come from, and how many: the most first.
  public var origins: [(name: String, units: Int)] { names.map { ($0.name, $0.units) } }
  /// Contexts that units were seen in.
  public var contexts: Int
  /// Parts of the index; one after `compact`.
  public var indexParts: Int
  /// The date of the oldest and of the newest unit, empty where none has one.
  public var oldest: String
  /// The date of the newest unit, empty where none has one.
  public var newest: String

  private struct Origin: Hashable {
    var name: String
    var units: Int
  }
  private var names: [Origin]

  /// Counts what a memory holds.
  public init(_ memory: MemoryDatabase) throws(MemoryError) {
    let connection = memory.connection
    units = try connection.number("SELECT count(id) FROM units")
    contexts = try connection.number("SELECT count(unit) FROM contexts")
    indexParts = try connection.number("SELECT count(id) FROM segments")
    pairs = []
    let languages = try connection.prepare(
      """
      SELECT languages.source, languages.target, count(*) FROM units
      JOIN languages ON languages.id = languages GROUP BY languages.id
      ORDER BY count(*) DESC, languages.id
      """)
    while try languages.step() {
      pairs.append(
        Pair(source: languages.text(0), target: languages.text(1), units: languages.int(2)))
    }
    names = []
    let origins = try connection.prepare(
      """
      SELECT name, count(*) FROM units JOIN origins ON origins.id = origin GROUP BY origin
      ORDER BY count(*) DESC, name
      """)
    while try origins.step() { names.append(Origin(name: origins.text(0), units: origins.int(1))) }
    let dates = try connection.prepare(
      "SELECT ifnull(min(date), ''), ifnull(max(date), '') FROM units WHERE date <> ''")
    (oldest, newest) = try dates.step() ? (dates.text(0), dates.text(1)) : ("", "")
    dates.reset()
  }
}
