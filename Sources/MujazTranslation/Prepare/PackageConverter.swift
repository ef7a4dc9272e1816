public import MujazCore

/// Writes a package that was read again, in the same format or in another one.
///
/// What `Merger` makes of it stays the same, and so do the states, the notes and the comments. Ids stay where the format can have them; where
/// it has none, or they would stand twice, they are made of content as those of `PackageBuilder` are.
public struct PackageConverter: Sendable {
  private let format: PackageFormat
  private let fill: TargetFill
  private let tool: String
  private let version: String

  /// A converter into a format. `fill` says what stands where no translation is; without it nothing does, so that states stay as
  /// they are.
  public init(
    _ format: PackageFormat, fill: TargetFill = .omit, tool: String = "mujaz",
    version: String = MujazVersion.current
  ) {
    (self.format, self.fill, self.tool, self.version) = (format, fill, tool, version)
  }

  /// Writes a package; `emit` gets the bytes as they come. Throws where it is not what went out, or does not fit the format.
  /// `source` and `target` are its languages, which not every format says. Linear.
  public func convert(
    _ package: BilingualPackage, of read: PackageReader.Format, from source: Language,
    to target: Language, emit: ([UInt8]) -> Void
  ) throws(PackageError) -> ConversionLosses {
    try PackageVerifier.verify(package)
    var writer = format.writer(
      PackageHead(
        source: source, target: target, tool: tool, version: version, copiesSource: fill == .copy))
    var tidier = DocumentTidier(
      from: read.written, to: format, isApart: type(of: writer).hasDocuments)
    if format == .tsv, source.base != "ar" { tidier.losses.add(.language) }
    for document in package.documents {
      guard let (head, units) = tidier.tidied(document) else { continue }
      writer.beginDocument(head)
      for (index, unit) in units.enumerated() {
        try writer.write(unit)
        if index % 64 == 63 { Self.drain(&writer, emit) }
      }
      writer.endDocument()
    }
    try writer.finish()
    Self.drain(&writer, emit)
    return tidier.losses
  }

  private static func drain(_ writer: inout any PackageWriter, _ emit: ([UInt8]) -> Void) {
    let bytes = writer.take()
    if !bytes.isEmpty { emit(bytes) }
  }
}
