import ArgumentParser
import MujazCore
import MujazTranslation

/// `mujaz srx`.
struct SRXCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "srx", _superCommandName: "mujaz",
    abstract: "Our rules of segmentation as an SRX 2.0 file, as far as SRX can say them.",
    discussion: "What is lost is named at the head of the file.")

  @Option(
    name: [.short, .long],
    help: "Write to this file, which appears only when it is whole.", completion: .file())
  var output: String?

  func run() throws {
    let bytes = SRXWriter.bytes(
      ArabicRules.document,
      comments: [
        "Segmentation of Arabic, made by mujaz \(MujazVersion.current) from its word lists."
      ]
        + ArabicRules.losses.map { "Lost: " + $0 })
    try OutputFile.write(bytes, to: output)
  }
}
