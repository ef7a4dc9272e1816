import MujazPlatform
import MujazTranslation

/// The folder of an OmegaT project that is made.
struct ProjectFolder {
  private let path: String
  private let settings: PrepSettings
  /// Where the packages go.
  let packages: PackageFolder

  private static let settingsName = "omegat.project"

  /// Makes the folders of a project; one that is there already is let be.
  init(making path: String, _ settings: PrepSettings) throws(Failure) {
    let folder = try PackageFolder(making: path, settings.format)
    self.path = folder.path
    self.settings = settings
    var status = stat()
    if stat(Arguments.bytes(of: "\(self.path)/\(Self.settingsName)"), &status) == 0 {
      throw Failure(
        code: ExitCode.cannotCreate, message: "\(path): there is an OmegaT project in it already")
    }
    for name in OmegaTProject.folders {
      _ = try PackageFolder(making: "\(self.path)/\(name)", settings.format)
    }
    packages = try PackageFolder(making: "\(self.path)/source", settings.format)
  }

  /// Writes what stands beside the packages; the settings last, so that no project is opened that is not whole.
  func finish(memory: String?) throws(Failure) {
    if !settings.glossary.isEmpty {
      try OutputFile.write(
        OmegaTProject.glossary(settings.glossary), to: "\(path)/glossary/glossary.utf8")
    }
    if let memory {
      let name = ArticleFileName.of(memory) + ".tmx"
      try OutputFile.write(to: "\(path)/tm/\(name)") { (file) throws(Failure) in
        try MemoryFile.export(
          MemoryFile.open(memory, .reading), memory, .tmx, to: file,
          of: (settings.source, settings.target))
      }
    }
    try OutputFile.write(OmegaTProject.segmentation, to: "\(path)/omegat/segmentation.srx")
    try OutputFile.write(
      OmegaTProject.settings(from: settings.source, to: settings.target),
      to: "\(path)/\(Self.settingsName)")
  }
}
