/// The version of mujaz: of the library, of the command, and of what they write.
public enum MujazVersion {
  /// The number, by the rules of Semantic Versioning.
  public static let current = "0.2.0"
}
