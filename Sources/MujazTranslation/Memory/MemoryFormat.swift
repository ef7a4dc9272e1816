public import MujazCore

/// The formats that a memory's units, or an alignment, are written in.
public enum MemoryFormat: String, Sendable, CaseIterable {
  /// TMX 1.4.
  case tmx
  /// Tab-separated values with a header.
  case tsv
}

/// Writes units, one after the other.
public struct MemoryUnitWriter: Sendable {
  private static let columns = [
    "source", "target", "source_language", "target_language", "origin", "date", "confidence",
  ]
  private static let tool = "mujaz"

  private let format: MemoryFormat
  private var tmx: TMXBuffer
  private var tsv: [UInt8] = []

  /// `sourceLanguage` is the one of all units, nil where there are several.
  public init(
    _ format: MemoryFormat, sourceLanguage: String? = nil, version: String = MujazVersion.current
  ) {
    self.format = format
    tmx = TMXBuffer(tool: Self.tool, version: version, source: sourceLanguage ?? "*all*")
    if format == .tsv { TSV.append(Self.columns, to: &tsv) }
  }

  /// Writes a unit.
  public mutating func write(_ unit: MemoryUnit) {
    let confidence = unit.confidence.map(Self.hundredths)
    switch format {
    case .tmx:
      var properties: [TMXBuffer.Property] = []
      if !unit.origin.isEmpty { properties.append(("x-document", unit.origin)) }
      for context in unit.contexts { properties.append(("x-context", context.description)) }
      if let confidence { properties.append(("x-confidence", confidence)) }
      var sides: [TMXBuffer.Side] = []
      if !unit.source.isEmpty { sides.append((unit.sourceLanguage, unit.source)) }
      if !unit.target.isEmpty { sides.append((unit.targetLanguage, unit.target)) }
      tmx.unit(id: nil, date: unit.date, properties: properties, sides: sides)
    case .tsv:
      TSV.append(
        [
          unit.source, unit.target, unit.sourceLanguage, unit.targetLanguage, unit.origin,
          unit.date, confidence ?? "",
        ], to: &tsv)
    }
  }

  /// Ends the file.
  public mutating func finish() { if format == .tmx { tmx.end() } }

  /// What has been written since the last call.
  public mutating func take() -> [UInt8] {
    if format == .tmx { return tmx.take() }
    defer { tsv.removeAll(keepingCapacity: true) }
    return tsv
  }

  /// A share in hundredths: `0.97`.
  private static func hundredths(_ value: Double) -> String {
    let hundredths = value.isNaN ? 0 : Int((min(1, max(0, value)) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
