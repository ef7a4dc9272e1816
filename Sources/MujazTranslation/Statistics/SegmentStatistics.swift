/// How much there is to translate, as translators count it.
public struct SegmentStatistics: Sendable, Hashable {
  /// A class of segments by what they cost.
  public struct Amount: Sendable, Hashable {
    /// How many there are.
    public var segments = 0
    /// Runs of letters, digits and marks, as `--words` counts them.
    public var words = 0
    /// Characters (grapheme clusters) with spaces.
    public var characters = 0

    /// Nothing.
    public init() {}

    mutating func add(_ segment: MeasuredSegment) {
      segments += 1
      words += segment.words
      characters += segment.characters
    }
  }

  /// All segments.
  public var total = Amount()
  /// Characters without white space.
  public var charactersWithoutSpaces = 0
  /// What the memory offers, best band first; every segment is in one.
  public var bands: [MatchBand: Amount] = [:]
  /// What has become of the segments of a package; empty for articles.
  public var statuses: [TargetStatus: Amount] = [:]

  /// The amount of a band, nothing where it is empty.
  public subscript(band: MatchBand) -> Amount { bands[band] ?? Amount() }
}

/// What a segment costs, from nothing to a new translation.
public enum MatchBand: String, Sendable, CaseIterable {
  /// The same text stood before it.
  case repetition
  /// In the memory, with the same neighbours.
  case context = "101"
  /// In the memory, with other neighbours.
  case exact = "100"
  /// A match of 95 to 99 %.
  case from95 = "95-99"
  /// A match of 85 to 94 %.
  case from85 = "85-94"
  /// A match of 75 to 84 %: the least that is put into a package.
  case from75 = "75-84"
  /// A match of 50 to 74 %.
  case from50 = "50-74"
  /// To be translated from nothing.
  case new

  /// The band of a match of so many percent.
  init(percent: Int) {
    switch percent {
    case 101...: self = .context
    case 100: self = .exact
    case 95...: self = .from95
    case 85...: self = .from85
    case 75...: self = .from75
    case 50...: self = .from50
    default: self = .new
    }
  }
}

/// A segment's size.
struct MeasuredSegment {
  var words: Int
  var characters: Int
  var charactersWithoutSpaces: Int

  init(_ text: String) {
    words = text.wordCount
    var characters = 0
    var spaces = 0
    for character in text {
      characters += 1
      if character.isWhitespace { spaces += 1 }
    }
    self.characters = characters
    charactersWithoutSpaces = characters - spaces
  }
}

/// Counts segments, document after document; repetitions are found over all of them.
public struct SegmentCounter: Sendable {
  private let memory: MemoryLookup?
  private var seen: Set<ContentHash> = []
  /// All that was counted.
  public private(set) var total = SegmentStatistics()

  /// Without a memory nothing matches but what stands twice.
  public init(memory: MemoryLookup? = nil) {
    self.memory = memory
  }

  /// Counts one document's segments, in its order.
  public mutating func count(
    _ segments: [BilingualSegment], isPackage: Bool
  ) throws(MemoryError) -> SegmentStatistics {
    var statistics = SegmentStatistics()
    let sources = segments.map(\.source)
    for (index, segment) in segments.enumerated() {
      let size = MeasuredSegment(segment.source)
      let band: MatchBand
      if !seen.insert(ContentHash(segment.source)).inserted {
        band = .repetition
      } else {
        let match = try memory?.matches(
          of: segment.source, context: MemoryContext(of: index, in: sources)
        ).first
        band = MatchBand(percent: match?.percent ?? 0)
      }
      let status = isPackage ? segment.status : nil
      Self.add(size, band, status, to: &statistics)
      Self.add(size, band, status, to: &total)
    }
    return statistics
  }

  private static func add(
    _ size: MeasuredSegment, _ band: MatchBand, _ status: TargetStatus?,
    to statistics: inout SegmentStatistics
  ) {
    statistics.total.add(size)
    statistics.charactersWithoutSpaces += size.charactersWithoutSpaces
    statistics.bands[band, default: .init()].add(size)
    if let status { statistics.statuses[status, default: .init()].add(size) }
  }
}
