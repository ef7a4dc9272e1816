/// Walks over all units of a memory, in the order in which they came in, as they were when the walk began.
public struct MemoryCursor {
  private let connection: SQLiteConnection
  private let languages: [Int: (source: String, target: String)]
  private let units: SQLiteStatement
  private let contexts: SQLiteStatement
  private var hasContext = false

  public init(_ memory: MemoryDatabase) throws(MemoryError) {
    connection = memory.connection
    // Ended with the connection: reading changes nothing.
    try connection.execute("BEGIN")
    languages = try memory.languages(from: nil, to: nil)
    contexts = try connection.prepare(
      "SELECT unit, before, after FROM contexts ORDER BY unit, before, after")
    units = try connection.prepare(
      """
      SELECT units.id, languages, source, target, name, date, confidence
      FROM units LEFT JOIN origins ON origins.id = origin ORDER BY units.id
      """)
    hasContext = try contexts.step()
  }

  /// The language of all sources, nil where there are several.
  public var sourceLanguage: String? {
    let tags = Set(languages.values.map(\.source))
    return tags.count == 1 ? tags.first : nil
  }

  /// The next unit, nil behind the last.
  public mutating func next() throws(MemoryError) -> MemoryUnit? {
    guard try units.step() else {
      try connection.execute("COMMIT")
      return nil
    }
    let pair = languages[units.int(1)] ?? ("", "")
    var unit = MemoryUnit(
      source: units.text(2), target: units.text(3), sourceLanguage: pair.source,
      targetLanguage: pair.target, origin: units.text(4), date: units.text(5),
      confidence: units.isNull(6) ? nil : units.double(6))
    while hasContext, contexts.int(0) <= units.int(0) {
      if contexts.int(0) == units.int(0) { unit.contexts.append(contexts.context(1)) }
      hasContext = try contexts.step()
    }
    return unit
  }
}

extension SQLiteStatement {
  /// A context in two columns.
  func context(_ column: Int32) -> MemoryContext {
    MemoryContext(
      before: ContentHash?(stored: int(column)), after: ContentHash?(stored: int(column + 1)))
  }
}
