import ArgumentParser

/// A whole number that an option takes, in digits of any keyboard: 40, ٤٠, ۴۰.
///
/// A transform, and no type of its own: each such type costs a start with options.
enum WholeNumber {
  static func read(_ argument: String) throws -> Int {
    guard let number = Int(western(argument)) else {
      throw ValidationError("a whole number is expected")
    }
    return number
  }

  /// The argument with 0 to 9 for the digits of Arabic and Persian.
  private static func western(_ argument: String) -> String {
    var result = ""
    for scalar in argument.unicodeScalars {
      switch scalar.value {
      case 0x660...0x669, 0x6F0...0x6F9: result += String(scalar.value & 0xF)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
