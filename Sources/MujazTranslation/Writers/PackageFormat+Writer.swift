extension PackageFormat {
  /// A writer of the format.
  func writer(_ head: PackageHead) -> any PackageWriter {
    switch self {
    default: XLIFF2Writer(head)
    }
  }
}
