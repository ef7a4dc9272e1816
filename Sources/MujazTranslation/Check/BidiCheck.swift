/// Bidi controls that open something must close it, and overrides have no place in a text.
///
/// Marks (LRM, RLM, ALM) are left alone: a translator sets them on purpose.
enum BidiCheck {
  static func check(_ pair: CheckedPair, _ list: inout FindingList) {
    var embeddings = 0
    var isolates = 0
    var hasOverride = false
    var isUnbalanced = false
    for scalar in pair.target.unicodeScalars {
      switch scalar.value {
      case 0x202A, 0x202B: embeddings += 1
      case 0x202D, 0x202E:
        embeddings += 1
        hasOverride = true
      case 0x202C:
        embeddings -= 1
        isUnbalanced = isUnbalanced || embeddings < 0
      case 0x2066...0x2068: isolates += 1
      case 0x2069:
        isolates -= 1
        isUnbalanced = isUnbalanced || isolates < 0
      default: break
      }
    }
    if isUnbalanced || embeddings != 0 || isolates != 0 {
      list.add(.warning, .bidi, pair.segment, "bidi controls in the target are not balanced")
    }
    if hasOverride {
      list.add(.warning, .bidi, pair.segment, "a bidi override in the target reverses its letters")
    }
  }
}
