import ArgumentParser
import MujazCore
import MujazTranslation

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
    let text = try WholeFile.list(path)
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

extension SegmentationOptions {
  /// What the parser makes of no option.
  static var standard: SegmentationOptions {
    var options = SegmentationOptions()
    options.abbreviations = nil
    return options
  }
}

/// Cutting by the rules of an SRX file.
struct SRXOptions: ParsableArguments {
  @Option(
    help: "Cut by the rules of this SRX 2.0 file instead of ours.", completion: .file())
  var srx: String?

  @Option(
    name: .customLong("srx-language"),
    help: "The language whose rules of the SRX file are taken.")
  var srxLanguage = "ar"

  /// The rules that the options name, nil where they name none.
  func rules() throws(Failure) -> SRXRules? {
    guard let path = srx else { return nil }
    let source = try WholeFile.bytes(path)
    do throws(PackageError) {
      return SRXRules(path: path, rules: try SRXReader.document(source).rules(for: srxLanguage))
    } catch {
      throw Failure(code: ExitCode.badData, message: error.place(in: path))
    }
  }
}

extension SRXOptions {
  /// What the parser makes of no option.
  static var standard: SRXOptions {
    var options = SRXOptions()
    (options.srx, options.srxLanguage) = (nil, "ar")
    return options
  }
}

/// Rules of an SRX file, which each worker compiles for itself.
struct SRXRules {
  var path: String
  var rules: [SRXRule]

  func segmenter() throws(Failure) -> SRXSegmenter {
    do throws(PackageError) {
      return try SRXSegmenter(rules)
    } catch {
      throw Failure(code: ExitCode.badData, message: error.place(in: path))
    }
  }
}

extension PackageError {
  /// `FILE:LINE: what is wrong`
  func place(in path: String) -> String {
    line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
  }
}
