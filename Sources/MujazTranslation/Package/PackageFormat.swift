/// The formats a package is written in.
public enum PackageFormat: String, Sendable, CaseIterable {
  /// XLIFF 2.0 with metadata (the default).
  case xliff2
  /// XLIFF 1.2, for tools that read nothing newer (OmegaT 3.6 and 5).
  case xliff1
  /// TMX 1.4, for a translation memory.
  case tmx
  /// Gettext PO.
  case po
  /// Tab-separated values.
  case tsv
  /// A table in a DOCX file, for people without a tool.
  case docx
  /// A table in an XLSX file, for people who work in a spreadsheet.
  case xlsx
  /// A page to read beside the work.
  case html
}

extension PackageFormat {
  /// What the names of its files end with, without a full stop.
  public var fileEnding: String {
    switch self {
    case .xliff2, .xliff1: "xlf"
    case .tmx, .po, .tsv, .docx, .xlsx, .html: rawValue
    }
  }
}
