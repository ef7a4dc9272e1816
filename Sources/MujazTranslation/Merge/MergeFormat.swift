/// How a finished translation is written.
public enum MergeFormat: String, Sendable, CaseIterable {
  case text, markdown, html, docx, tsv
}
