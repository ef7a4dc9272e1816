/// How a finished translation is written.
public enum MergeFormat: String, Sendable, CaseIterable {
  /// Plain text, a paragraph a line.
  case text
  /// Markdown, the headline as a heading.
  case markdown
  /// A page in the direction of the language.
  case html
  /// A document of a word processor.
  case docx
  /// Tab-separated values, a row a sentence.
  case tsv
}
