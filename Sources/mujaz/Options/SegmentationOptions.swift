import ArgumentParser
import MujazCore

/// How articles are cut into segments, for every command that cuts them.
struct SegmentationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of abbreviations of your own, one a line: FORM, or FORM, a tab and its kind (title, unit, era, clock, other)."
    ),
    completion: .file())
  var abbreviations: String?

  /// The segmenter that the options ask for.
  func segmenter() throws(Failure) -> Segmenter {
    guard let path = abbreviations else { return Segmenter() }
    var lexicon = Lexicon.standard
    let text = try Source.text(of: path)
    do throws(AbbreviationListError) {
      lexicon.add(try AbbreviationList(text))
    } catch {
      throw Failure(code: ExitCode.badData, message: "\(path):\(Self.complaint(error))")
    }
    return Segmenter(lexicon: lexicon)
  }

  private static func complaint(_ error: AbbreviationListError) -> String {
    switch error {
    case .noWord(let line): "\(line): no abbreviation: it holds no letter"
    case .unknownKind(let kind, let line):
      "\(line): '\(kind)' is no kind of abbreviation: title, unit, era, clock or other"
    }
  }
}
