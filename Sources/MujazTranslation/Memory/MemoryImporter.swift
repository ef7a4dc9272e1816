/// Puts units into a memory, batch by batch: each batch is a transaction, and another process may write between two.
public struct MemoryImporter {
  private let memory: MemoryDatabase
  private var batch: [MemoryUnit] = []
  /// Units of a transaction. More would make fewer segments, and take more memory.
  private static let batchSize = 65_536

  /// Units that were not there before.
  public private(set) var added = 0
  /// Units that were there already.
  public private(set) var merged = 0
  /// Pseudo-translations, which are left out: a memory would offer them as translations for good.
  public private(set) var leftOut = 0

  private let takesPseudo: Bool

  /// `takesPseudo`: a memory that is gone with the run may have pseudo-translations, too.
  public init(_ memory: MemoryDatabase, takesPseudo: Bool = false) {
    self.memory = memory
    self.takesPseudo = takesPseudo
  }

  /// Adds a unit. One without letters on either side is passed over, and a pseudo-translation is left out.
  public mutating func add(_ unit: MemoryUnit) throws(MemoryError) {
    guard !unit.source.isBlank, !unit.target.isBlank else { return }
    guard takesPseudo || !Pseudo.made(unit.target, of: unit.source, in: unit.targetLanguage) else {
      leftOut += 1
      return
    }
    batch.append(unit)
    if batch.count >= Self.batchSize { try flush() }
  }

  /// Writes what is left. Without this call the last units are lost.
  public mutating func finish() throws(MemoryError) { try flush() }

  private mutating func flush() throws(MemoryError) {
    guard !batch.isEmpty else { return }
    let units = batch
    let counts = try memory.connection.transaction(isWriting: true) { () throws(MemoryError) in
      var writer = try UnitWriter(memory)
      for unit in units { try writer.write(unit) }
      try writer.finish()
      return (writer.added, writer.merged)
    }
    added += counts.0
    merged += counts.1
    batch.removeAll(keepingCapacity: true)
  }
}

/// Writes the units of one transaction.
private struct UnitWriter {
  private(set) var added = 0
  private(set) var merged = 0

  private let connection: SQLiteConnection
  private let find: SQLiteStatement
  private let insert: SQLiteStatement
  private let update: SQLiteStatement
  private let context: SQLiteStatement
  private var languages: [String: Int] = [:]
  private var origins: [String: Int] = [:]
  private var terms: [Int64: PostingList] = [:]

  init(_ memory: MemoryDatabase) throws(MemoryError) {
    connection = memory.connection
    find = try connection.prepare(
      """
      SELECT id, source, target, date FROM units WHERE hash = ? AND languages = ? ORDER BY id
      """)
    insert = try connection.prepare(
      """
      INSERT INTO units(languages, hash, source, target, origin, date, confidence)
      VALUES(?, ?, ?, ?, ?, ?, ?)
      """)
    update = try connection.prepare(
      "UPDATE units SET origin = ?, date = ?, confidence = ? WHERE id = ?")
    context = try connection.prepare("INSERT OR IGNORE INTO contexts VALUES(?, ?, ?)")
  }

  mutating func write(_ unit: MemoryUnit) throws(MemoryError) {
    let languages = try languages(of: unit)
    let origin = try origin(unit.origin)
    let id: Int
    if let known = try place(of: unit, languages) {
      id = known.id
      merged += 1
      // The newer one says where it comes from; a person's translation is surer than an aligner's.
      if unit.date > known.date {
        update.bind(1, origin)
        update.bind(2, unit.date)
        update.bind(3, unit.confidence)
        update.bind(4, id)
        try update.run()
      }
    } else {
      insert.bind(1, languages)
      insert.bind(2, Int(ContentHash(unit.source).value))
      insert.bind(3, unit.source)
      insert.bind(4, unit.target)
      insert.bind(5, origin)
      insert.bind(6, unit.date)
      insert.bind(7, unit.confidence)
      try insert.run()
      id = connection.lastInsertedID
      added += 1
      index(unit.source, isTarget: false, id)
      index(unit.target, isTarget: true, id)
    }
    for context in unit.contexts {
      self.context.bind(1, id)
      self.context.bind(2, context.before.stored)
      self.context.bind(3, context.after.stored)
      try self.context.run()
    }
  }

  func finish() throws(MemoryError) {
    try PostingIndex(connection).add(terms, units: added)
  }

  private func place(
    of unit: MemoryUnit, _ languages: Int
  ) throws(MemoryError) -> (id: Int, date: String)? {
    find.bind(1, Int(ContentHash(unit.source).value))
    find.bind(2, languages)
    while try find.step() {
      if find.isText(1, unit.source), find.isText(2, unit.target) {
        let found = (try find.int(0, in: MemoryDatabase.unitIDs), find.text(3))
        find.reset()
        return found
      }
    }
    return nil
  }

  private mutating func index(_ text: String, isTarget: Bool, _ id: Int) {
    for key in text.wordKeys {
      terms[key.term(isTarget: isTarget), default: PostingList()].append(id)
    }
  }

  private mutating func languages(of unit: MemoryUnit) throws(MemoryError) -> Int {
    let key = unit.sourceLanguage + " " + unit.targetLanguage
    if let known = languages[key] { return known }
    let insert = try connection.prepare(
      "INSERT OR IGNORE INTO languages(source, target) VALUES(?, ?)")
    insert.bind(1, unit.sourceLanguage)
    insert.bind(2, unit.targetLanguage)
    try insert.run()
    let find = try connection.prepare("SELECT id FROM languages WHERE source = ? AND target = ?")
    find.bind(1, unit.sourceLanguage)
    find.bind(2, unit.targetLanguage)
    let id = try find.step() ? find.int(0) : 0
    languages[key] = id
    return id
  }

  private mutating func origin(_ name: String) throws(MemoryError) -> Int {
    if let known = origins[name] { return known }
    let insert = try connection.prepare("INSERT OR IGNORE INTO origins(name) VALUES(?)")
    insert.bind(1, name)
    try insert.run()
    let find = try connection.prepare("SELECT id FROM origins WHERE name = ?")
    find.bind(1, name)
    let id = try find.step() ? find.int(0) : 0
    origins[name] = id
    return id
  }
}

extension ContentHash? {
  /// How a neighbour is stored: −1 for none, which no hash is.
  var stored: Int { self.map { Int($0.value) } ?? -1 }

  init(stored: Int) { self = stored < 0 ? nil : ContentHash(value: UInt64(stored)) }
}

extension SQLiteStatement {
  /// Whether a column has this very text, byte for byte.
  func isText(_ column: Int32, _ text: String) -> Bool {
    bytes(column) { $0.elementsEqual(text.utf8) }
  }
}
