// Public for the conformances: a public type conforms in public.
public import ArgumentParser

/// An option's value that is one of a few names.
///
/// The same as the parser's own extension says of any raw value, but that works it out by key paths and interpolation, for
/// every option and several times a start.
extension ExpressibleByArgument
where Self: CaseIterable, Self: RawRepresentable, RawValue == String {
  public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  public static var allValueDescriptions: [String: String] { [:] }
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  public var defaultValueDescription: String { rawValue }
  public init?(argument: String) { self.init(rawValue: argument) }
}
