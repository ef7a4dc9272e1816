import MujazInput
import MujazPlatform

/// What a run that goes on past bad input has come to.
struct Tally {
  private let tolerance: Tolerance
  private var articles = 0
  private var refused = 0
  private var loss: Int32?

  init(_ tolerance: Tolerance) { self.tolerance = tolerance }

  /// Takes in what became of a piece; the place among its refusals of the one that is one too many, if any is.
  mutating func add(_ outcome: Outcome) -> Int? {
    let before = refused
    articles += outcome.documents
    refused += outcome.refusals.count
    loss = loss ?? outcome.loss
    guard let most = tolerance.mostErrors, refused > most else { return nil }
    return most - before
  }

  /// What ends a run that has met with one refusal too many.
  var excess: Failure {
    let most = tolerance.mostErrors ?? 0
    return Failure(
      code: ExitCode.badData,
      message: "more than \(Self.grouped(most)) refused: the run ends here (--max-errors)")
  }

  /// Says at the end of a run how much was refused; where that is no success, the process ends.
  func end(isQuiet: Bool) {
    guard tolerance.policy != .fail else { return }
    if refused > 0, !isQuiet {
      warn("\(Self.grouped(refused)) of \(Self.grouped(articles + refused)) refused")
    }
    if let loss { exit(loss) }
    if refused > 0, tolerance.failsOnSkipped { exit(ExitCode.badData) }
  }

  /// A number with its thousands parted: `2,000`.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.reduce(into: "") { text, place in
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digits[place])
    }
  }
}
