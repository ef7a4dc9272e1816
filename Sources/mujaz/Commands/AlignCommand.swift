import ArgumentParser
import MujazTranslation

/// `mujaz align`.
struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align", _superCommandName: "mujaz",
    abstract: "The sentences of an article beside those of its translation, as TMX.",
    discussion: """
      Works on lengths, numbers, words and names that both texts have, and marks; a dictionary helps. What comes out is \
      made part of a memory by 'mujaz tm import'.
      """)

  @Argument(help: "The article.", completion: .file())
  var sourceFile: String

  @Argument(help: "Its translation.", completion: .file())
  var targetFile: String

  @Option(name: .customLong("from"), help: "The language of the article, a BCP 47 tag.")
  var source = "ar"

  @Option(
    name: .customLong("to"), help: "The language of the translation, a BCP 47 tag: en, pt-BR.")
  var target: String

  @Option(
    name: .customLong("dict"),
    help:
      "A bilingual dictionary: lines of a word, a tab and translations parted by '|', or a file of the dictd form (.index, .dict, .dict.dz).",
    completion: .file())
  var dictionary: String?

  @Option(
    name: .customLong("tm"),
    help: "A translation memory, whose words help like a dictionary's.", completion: .file())
  var memory: String?

  @Option(
    help: "Where the texts are cut: at lines, at sentences, or at lines where each is a sentence.")
  var cut: SentenceCut = .auto

  @Flag(help: "Write unsure pairs too, and sentences without a counterpart.")
  var all = false

  @Option(help: "How the pairs are written.")
  var format: MemoryFormat = .tmx

  @OptionGroup var output: OutputOptions

  private func languages() throws -> (source: Language, target: Language) {
    (
      try Language.named(by: "--from", source, example: "ar"),
      try Language.named(by: "--to", target, example: "en or pt-BR")
    )
  }

  func validate() throws {
    _ = try languages()
    try MemoryFile.checkName(memory)
    if sourceFile == "-", targetFile == "-" {
      throw ValidationError("only one of the two texts can be standard input")
    }
  }

  /// The pairs that are more likely right than wrong. An empty file in silence would look like a success.
  private func sure(_ found: [MemoryUnit]) throws -> [MemoryUnit] {
    let pairs = found.filter { !$0.source.isEmpty && !$0.target.isEmpty }
    let sure = pairs.filter { $0.confidence.map { $0 >= ArticleAligner.usualConfidence } ?? false }
    guard !sure.isEmpty else {
      throw Failure(
        code: ExitCode.badData,
        message:
          "\(Arguments.shown(sourceFile)): 0 of \(pairs.count) pairs are sure: --all shows them")
    }
    return sure
  }

  func run() throws {
    let file = try OutputFile.opened(output.output)
    let languages = try languages()
    var dictionary = BilingualDictionary()
    if let path = self.dictionary { dictionary.merge(try DictionaryFile.read(path)) }
    if let memory {
      let database = try MemoryFile.open(memory, .reading)
      let learned = try MemoryFile.reporting(memory) { () throws(MemoryError) in
        try MemoryDictionary.dictionary(
          of: database, from: languages.source, to: languages.target)
      }
      dictionary.merge(learned)
    }
    let aligner = ArticleAligner(
      source: languages.source, target: languages.target, dictionary: dictionary, cut: cut)
    let found = aligner.units(
      try WholeFile.text(sourceFile), try WholeFile.text(targetFile),
      origin: Arguments.shown(sourceFile), keepsAll: true)
    let units = try all ? found : sure(found)
    var writer = MemoryUnitWriter(format, sourceLanguage: languages.source.tag)
    for unit in units { writer.write(unit) }
    writer.finish()
    try file.finish(writer.take())
  }
}
