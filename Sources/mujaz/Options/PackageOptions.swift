// Public for the conformances: a public type conforms in public.
public import ArgumentParser
public import MujazTranslation

extension PackageFormat: ExpressibleByArgument {}
extension PrepScope: ExpressibleByArgument {}
extension Romanization: ExpressibleByArgument {}
extension TargetFill: ExpressibleByArgument {}
extension MergeFormat: ExpressibleByArgument {}
extension MemoryFormat: ExpressibleByArgument {}
extension SentenceCut: ExpressibleByArgument {}

extension Language {
  /// The language that an option names.
  static func named(by option: String, _ tag: String, example: String) throws -> Language {
    guard let language = Language(tag) else {
      throw ValidationError("\(option) takes a language tag like \(example), not \(tag)")
    }
    return language
  }
}
extension MemoryConcordance.Side: ExpressibleByArgument {}
