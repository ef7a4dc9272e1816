/// The quotations and brackets that are open at a place in a paragraph.
///
/// Marks pair by direction where they have one and by turns where they have none (" opens, then closes); a mark of
/// another style closes too, as printed Arabic mixes them («…“). Nothing is ever refused: an unclosed quotation ends
/// with its paragraph. The depth is bounded, so a million opening marks cost no memory.
struct QuotationState {
  private var quotations: [(offset: Int, kind: Mark.Kind)] = []
  private var brackets: [Int] = []
  private static let deepest = 8

  /// The opening mark of the innermost open quotation.
  var openQuotation: Int? { quotations.last?.offset }
  /// The opening mark of the innermost open bracket.
  var openBracket: Int? { brackets.last }

  mutating func reset() {
    quotations.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
  }

  /// What a quotation mark does where it stands.
  enum Effect {
    case opened
    /// It closed the quotation that opened at this offset.
    case closed(Int)
    /// A closer without an opener.
    case stray
  }

  /// Takes in a quotation mark. `hugsNext` says whether it touches what follows and not what is before.
  mutating func quotation(_ mark: Mark, hugsNext: Bool) -> Effect {
    switch mark.kind {
    case .closer:
      if quotations.isEmpty, hugsNext { return open(mark) }
      return close()
    case .opener:
      // “ serves as a closer too: where one is open and the mark hugs the word before.
      if !quotations.isEmpty, !hugsNext { return close() }
      return open(mark)
    default:
      if let top = quotations.last, top.kind == .quote || !hugsNext { return close() }
      if quotations.contains(where: { $0.kind == .quote }), !hugsNext { return close() }
      return open(mark)
    }
  }

  private mutating func open(_ mark: Mark) -> Effect {
    if quotations.count == Self.deepest { quotations.removeFirst() }
    quotations.append((mark.offset, mark.kind))
    return .opened
  }

  private mutating func close() -> Effect {
    guard let last = quotations.popLast() else { return .stray }
    return .closed(last.offset)
  }

  mutating func openBracket(_ offset: Int) {
    if brackets.count == Self.deepest { brackets.removeFirst() }
    brackets.append(offset)
  }

  /// The opening bracket that this one closes.
  mutating func closeBracket() -> Int? { brackets.popLast() }
}
