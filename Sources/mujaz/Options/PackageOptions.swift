// Public for the conformances: a public type conforms in public.
public import ArgumentParser
public import MujazTranslation

extension PackageFormat: ExpressibleByArgument {}
extension PrepScope: ExpressibleByArgument {}
extension TargetFill: ExpressibleByArgument {}
extension MergeFormat: ExpressibleByArgument {}
