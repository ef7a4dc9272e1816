/// What a web page is, and how sure that is.
public struct PageVerdict: Sendable, Hashable {
  /// What a page is for: a word that scripts may rely on.
  public enum Kind: String, Sendable, CaseIterable {
    /// A text to read, with its headline.
    case article
    /// The first page of a site.
    case front
    /// A section, an archive, the posts of one author: it stands for other pages.
    case list
    /// What a search found.
    case search
    /// Something that is sold, or a shop's shelf.
    case shop
    /// Pictures with a line each.
    case gallery
    /// A film, a recording or a broadcast with a line about it.
    case video
    /// Scores, prices, prayer times: a table or short lines.
    case scores
    /// Questions with answers to choose from.
    case quiz
    /// A page to sign in, to register, to write to somebody.
    case form
    /// About the site itself: who makes it, on what terms.
    case site
    /// A notice on cookies or privacy in the place of the page.
    case consent
    /// The page says that it has nothing, or is closed.
    case error
    /// No text, and nothing that tells what the page is for.
    case empty
  }

  /// How sure that is.
  public enum Confidence: String, Sendable, CaseIterable {
    /// The page says so itself, and nothing it shows speaks against it.
    case high
    /// By what the page shows alone: it says nothing of itself.
    case medium
    /// The page says one thing and shows another.
    case low
  }

  /// What the page is for.
  public var kind: Kind
  /// How sure that is.
  public var confidence: Confidence

  /// A verdict of a kind.
  public init(_ kind: Kind, _ confidence: Confidence) {
    (self.kind, self.confidence) = (kind, confidence)
  }
}
