/// What a format can say of a package.
extension PackageFormat {
  /// Whether protected parts are marked in sources and targets.
  var hasCodes: Bool { self == .xliff2 || self == .xliff1 }

  /// Whether a segment can be marked as one that needs no translation, whatever its role.
  var hasLocks: Bool { hasCodes }

  /// Whether the very white space of an article is kept, and targets may stand in another order than their sources.
  var isWhole: Bool { self == .xliff2 }

  /// Whether a line break inside a sentence is kept.
  var hasBreaks: Bool { self != .tsv && self != .tmx }

  /// Whether characters are kept that XML has none for.
  var hasControls: Bool { self == .xliff2 || self == .xlsx }

  /// Whether a target can be marked as one that nobody has confirmed. A memory has no use for any.
  var hasUnconfirmed: Bool { self != .tmx }
}

extension PackageReader.Format {
  /// The format, as one that is written.
  var written: PackageFormat {
    switch self {
    case .xliff2: .xliff2
    case .xliff1: .xliff1
    case .po: .po
    case .tsv: .tsv
    case .docx: .docx
    case .xlsx: .xlsx
    }
  }
}
