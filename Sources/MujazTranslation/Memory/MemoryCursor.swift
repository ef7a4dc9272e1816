/// Walks over all units of a memory, in the order in which they came in, as they were when the walk began.
public struct MemoryCursor {
  private let connection: SQLiteConnection
  private let languages: [Int: (source: String, target: String)]
  private let units: SQLiteStatement
  private let contexts: SQLiteStatement
  private var hasContext = false
  /// The unit and the context that came last: numbers only grow, or the file leads in circles.
  private var last = 0
  private var lastContext: [Int] = []

  /// A walk that begins at the first unit.
  public init(_ memory: MemoryDatabase) throws(MemoryError) {
    connection = memory.connection
    // Ended with the connection: reading changes nothing.
    try connection.execute("BEGIN")
    try connection.measure()
    languages = try memory.languages(from: nil, to: nil)
    contexts = try connection.prepare(
      "SELECT unit, before, after FROM contexts ORDER BY unit, before, after")
    units = try connection.prepare(
      """
      SELECT units.id, languages, source, target, name, date, confidence
      FROM units LEFT JOIN origins ON origins.id = origin ORDER BY units.id
      """)
    try nextContext()
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
    let id = try units.int(0, in: MemoryDatabase.unitIDs)
    guard id > last else { throw .damaged }
    last = id
    let pair = languages[units.int(1)] ?? ("", "")
    var unit = MemoryUnit(
      source: units.text(2), target: units.text(3), sourceLanguage: pair.source,
      targetLanguage: pair.target, origin: units.text(4), date: units.text(5),
      confidence: units.share(6))
    while hasContext, contexts.int(0) <= id {
      if contexts.int(0) == id { unit.contexts.append(try contexts.context(1)) }
      try nextContext()
    }
    return unit
  }

  private mutating func nextContext() throws(MemoryError) {
    hasContext = try contexts.step()
    guard hasContext else { return }
    let context = [
      try contexts.int(0, in: Int.min...Int.max), contexts.int(1), contexts.int(2),
    ]
    guard lastContext.isEmpty || lastContext.lexicographicallyPrecedes(context) else {
      throw .damaged
    }
    lastContext = context
  }
}

extension SQLiteStatement {
  /// A context in two columns.
  func context(_ column: Int32) throws(MemoryError) -> MemoryContext {
    let hashes = -1...(1 << 56) - 1
    return MemoryContext(
      before: ContentHash?(stored: try int(column, in: hashes)),
      after: ContentHash?(stored: try int(column + 1, in: hashes)))
  }
}
