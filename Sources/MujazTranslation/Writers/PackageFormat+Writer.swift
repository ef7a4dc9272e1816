extension PackageFormat {
  /// A writer of the format.
  func writer(_ head: PackageHead) -> any PackageWriter {
    switch self {
    case .xliff2: XLIFF2Writer(head)
    case .xliff1: XLIFF1Writer(head)
    case .tmx: TMXWriter(head)
    case .po: POWriter(head)
    case .tsv: TSVWriter(head)
    case .docx: DOCXWriter(head)
    case .xlsx: XLSXWriter(head)
    case .html: HTMLWriter(head)
    }
  }

  /// What stands where no translation is, if nobody says otherwise.
  public var usualFill: TargetFill {
    switch self {
    case .xliff1, .tmx: .copy
    case .xliff2, .po, .tsv, .docx, .xlsx, .html: .omit
    }
  }
}
