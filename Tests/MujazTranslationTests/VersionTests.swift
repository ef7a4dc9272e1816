import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// A new version of an article, and the package of the old one.
@Suite struct VersionTests {
  /// Paragraphs of sentences, each with a number, that are edited by chance: the same for the same seed.
  private struct Draft {
    var paragraphs: [[String]]
    /// What a sentence was, where its number was changed.
    var former: [String: String] = [:]
    private var random: Sentences

    init(seed: UInt64) {
      var random = Sentences(seed: seed)
      paragraphs = (0..<20).map { _ in
        (0...random.below(4)).map { _ in Self.sentence(&random) }
      }
      self.random = random
    }

    var text: String { paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n\n") }

    private static func sentence(_ random: inout Sentences) -> String {
      random.sentence().dropLast() + " \(100 + random.below(900)) مترا."
    }

    mutating func edit() {
      let paragraph = random.below(paragraphs.count)
      let place = random.below(paragraphs[paragraph].count)
      switch random.below(4) {
      case 0: paragraphs[paragraph].insert(Self.sentence(&random), at: place)
      case 1:
        guard paragraphs[paragraph].count > 1 else { return }
        paragraphs[paragraph].remove(at: place)
      case 2: paragraphs.swapAt(paragraph, random.below(paragraphs.count))
      default:
        let old = paragraphs[paragraph][place]
        let words = old.components(separatedBy: " ")
        let new = (words.dropLast(2) + ["\(1000 + random.below(9000))", "مترا."])
          .joined(separator: " ")
        paragraphs[paragraph][place] = new
        former[new] = former[old] ?? old
      }
    }
  }

  private func translated(_ text: String) throws -> BilingualPackage {
    var package = try Packages.read(Packages.bytes([Article(text: text)]))
    package.documents[0].translate { number, segment in
      if number % 5 == 0 { segment.comments = ["Q\(number)?"] }
      if number % 7 == 0 { segment.isOmitted = true }
      if number % 9 == 0 { segment.isFuzzy = true }
    }
    return package
  }

  private func prepared(
    _ text: String, from old: BilingualPackage, _ format: PackageFormat = .xliff2,
    leverage: Leverage? = nil, original: String = "article 1.txt"
  ) throws -> (package: BilingualPackage, changes: VersionChanges) {
    var builder = PackageBuilder(
      PrepSettings(target: .english, format: format, version: "0"), leverage: leverage,
      previous: PreviousVersion(old))
    var bytes: [UInt8] = []
    try builder.add(Article(text: text), original: original) { bytes += $0 }
    try builder.finish { bytes += $0 }
    return (try Packages.read(bytes), builder.changes)
  }

  @Test(
    "After thirty edits all that is the same is carried, and all that was changed is flagged",
    arguments: Packages.formats, 1...6)
  func thirtyEdits(_ format: PackageFormat, _ seed: Int) throws {
    var draft = Draft(seed: UInt64(seed))
    let old = try translated(draft.text)
    let known = Dictionary(
      old.documents[0].units.flatMap(\.segments).map { ($0.source, $0) },
      uniquingKeysWith: { first, _ in first })
    for _ in 0..<30 { draft.edit() }
    let returned = try Packages.read(Packages.written(old, format))
    let (package, changes) = try prepared(draft.text, from: returned, format)
    var counts = (carried: 0, changed: 0, new: 0)
    for unit in package.documents[0].units {
      for (index, segment) in unit.segments.enumerated() {
        let note = unit.notes(of: index).first { $0.category == .changed }
        if let same = known[segment.source] {
          counts.carried += 1
          #expect(segment.target == same.target && segment.status == same.status)
          #expect(segment.comments == same.comments && note == nil)
        } else if let former = draft.former[segment.source].flatMap({ known[$0] }) {
          counts.changed += 1
          #expect(segment.target == former.target && segment.status == .fuzzy)
          #expect(segment.comments == former.comments)
          #expect(note?.text.contains("was: \(former.source)") == true)
          #expect(note?.text.contains(" \u{2192} ") == true)
        } else {
          counts.new += 1
          #expect([.missing, .copied].contains(segment.status) && note == nil)
        }
      }
    }
    #expect(counts.carried > 20 && counts.changed > 2 && counts.new > 2)
    #expect(changes.carried == counts.carried && changes.changed == counts.changed)
    #expect(changes.new == counts.new)
    #expect(changes.gone.count == known.count - counts.carried - counts.changed)
  }

  @Test("What was only moved is carried; a repeat keeps its own translation")
  func moved() throws {
    let old = try translated(
      "قال الوزير نعم.\n\nانتهى العمل أمس.\n\nقال الوزير نعم.\n\nغادر الوفد.")
    let (package, changes) = try prepared(
      "غادر الوفد.\n\nقال الوزير نعم.\n\nانتهى العمل أمس.\n\nقال الوزير نعم.", from: old)
    #expect(
      package.documents[0].units.map { $0.segments[0].target } == ["T4.", "T1.", "T2.", "T3."])
    #expect(changes.carried == 4 && changes.gone.isEmpty)
  }

  @Test("Another sentence in the place of one is new, and the old one is gone")
  func replaced() throws {
    let old = try translated("قال الوزير نعم.\n\nانتهى العمل أمس.\n\nغادر الوفد.")
    let (package, changes) = try prepared(
      "قال الوزير نعم.\n\nأمطرت السماء طوال الليل.\n\nغادر الوفد.", from: old)
    #expect(package.documents[0].units[1].segments[0].target == nil)
    #expect(changes.new == 1 && changes.gone.map(\.source) == ["انتهى العمل أمس."])
  }

  @Test("What nobody had translated is not carried: a copy of the source is no translation")
  func untranslated() throws {
    let article = Article(text: "قال الوزير نعم اليوم في المدينة.\n\nانتهى العمل أمس.")
    let old = try Packages.read(Packages.bytes([article], .xliff1))
    let (package, _) = try prepared(
      "قال الوزير نعم أمس في المدينة.\n\nانتهى العمل أمس.", from: old)
    #expect(package.documents[0].units.flatMap(\.segments).map(\.status) == [.missing, .missing])
    #expect(package.documents[0].units[0].notes.contains { $0.category == .changed })
  }

  @Test("A memory that has the very text of what was changed is believed before the old version")
  func memory() throws {
    let old = try translated("قال الوزير نعم اليوم في المدينة.\n\nانتهى العمل أمس.")
    let new = "قال الوزير نعم أمس في المدينة.\n\nانتهى العمل أمس."
    let leverage = Leverage(
      memory: try Memories.lookup([
        Memories.unit("قال الوزير نعم أمس في المدينة.", "Yes, the minister said in town."),
        Memories.unit("انتهى العمل أمس.", "The memory's own."),
      ]))
    let segments = try prepared(new, from: old, leverage: leverage).package.documents[0].units
      .flatMap(\.segments)
    #expect(segments.map(\.target) == ["Yes, the minister said in town.", "T2."])
    #expect(segments.map(\.status) == [.translated, .translated])
  }

  @Test("Of several articles each finds its own, by its name or by what it says")
  func several() throws {
    let texts = ["قال الوزير نعم.\n\nانتهى العمل أمس.", "غادر الوفد.\n\nوصل الوفد ليلا."]
    var old = try translated(texts[0])
    old.documents += try translated(texts[1]).documents
    old.documents[1].original = "article 2.txt"
    let (second, changes) = try prepared(
      "غادر الوفد.\n\nوصل الوفد صباحا.", from: old, original: "renamed.txt")
    #expect(second.documents[0].units[0].segments[0].target == "T1.")
    #expect(changes.carried == 1 && changes.changed == 1)
    let (other, none) = try prepared("أمطرت السماء ليلا.", from: old, original: "other.txt")
    #expect(other.documents[0].units[0].segments[0].target == nil)
    #expect(none.new == 1 && none.gone.isEmpty)
  }
}
