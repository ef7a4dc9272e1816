import Glibc

/// The command line.
struct Options {
  var mujaz = ""
  var icu = ""
  var fixtures = ""
  var runs = 5
  var quick = false
  var help = false
  var bars: [Bar] = []

  var streamArticles: Int {
    quick ? Workload.Size.quickStreamArticles : Workload.Size.streamArticles
  }

  static let manual = """
    usage: bench [OPTIONS]

    Measures the speed and memory of mujaz beside ICU's sentence iterator and wc -w.

      --mujaz PATH      the command (default: .build/release/mujaz here or one folder up)
      --icu PATH        the yardstick (default: icu-sentences beside this program)
      --fixtures DIR    folder of *.article files (default: Tests/Fixtures/Articles here
                        or one folder up)
      --runs N          rounds of the speed comparison (default: 5)
      --quick           a stream of 100,000 articles instead of 1,000,000
      --min NAME=VALUE  a bar: \(names(wantsMore: true))
      --max NAME=VALUE  a bar: \(names(wantsMore: false))
      --help            this text

    Exit: 0 measured, 1 a bar was missed, 2 wrong usage or a program failed.

    """

  init(_ arguments: [String]) throws(BenchError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if try setFlag(name, hasValue: parts.count > 1) { continue }
      guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
        throw .usage(Self.known(name) ? "\(name) needs a value" : "unknown option \(name)")
      }
      try set(name, value)
    }
    try fillDefaults()
  }

  private static func known(_ name: String) -> Bool {
    ["--mujaz", "--icu", "--fixtures", "--runs", "--min", "--max"].contains(name)
  }

  private mutating func setFlag(_ name: String, hasValue: Bool) throws(BenchError) -> Bool {
    switch name {
    case "--quick": quick = true
    case "--help", "-h": help = true
    default: return false
    }
    if hasValue { throw .usage("\(name) takes no value") }
    return true
  }

  private mutating func set(_ name: String, _ value: String) throws(BenchError) {
    switch name {
    case "--mujaz": mujaz = value
    case "--icu": icu = value
    case "--fixtures": fixtures = value
    case "--runs":
      guard let number = Int(value), number > 0 else {
        throw .usage("--runs takes a number above 0, not \(value)")
      }
      runs = number
    case "--min", "--max": bars.append(try Self.bar(name, value))
    default: throw .usage("unknown option \(name)")
    }
  }

  private static func bar(_ option: String, _ text: String) throws(BenchError) -> Bar {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let wantsMore = option == "--min"
    guard let figure = Figure(rawValue: String(parts[0])), figure.wantsMore == wantsMore else {
      throw .usage("\(option) knows \(names(wantsMore: wantsMore)), not \(parts[0])")
    }
    guard parts.count == 2, let limit = Double(parts[1]), limit.isFinite else {
      throw .usage("\(option) takes NAME=VALUE, not \(text)")
    }
    return Bar(figure: figure, limit: limit)
  }

  private static func names(wantsMore: Bool) -> String {
    Figure.allCases.filter { $0.wantsMore == wantsMore }.map(\.rawValue).joined(separator: ", ")
  }

  private mutating func fillDefaults() throws(BenchError) {
    if help { return }
    if icu.isEmpty { icu = Self.ownFolder() + "/icu-sentences" }
    if mujaz.isEmpty { mujaz = try Self.find(".build/release/mujaz", option: "--mujaz") }
    if fixtures.isEmpty {
      fixtures = try Self.find("Tests/Fixtures/Articles", option: "--fixtures")
    }
  }

  /// The path itself, for a bench that is run in the root, or one folder up, for one run in
  /// `Benchmarks`.
  private static func find(_ path: String, option: String) throws(BenchError) -> String {
    for candidate in [path, "../" + path] where access(candidate, F_OK) == 0 { return candidate }
    throw .usage("\(path) is not here: name it with \(option)")
  }

  /// The folder of the running executable, links resolved.
  private static func ownFolder() -> String {
    guard let path = realpath("/proc/self/exe", nil) else { return "." }
    defer { free(path) }
    return String(cString: path).split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
  }
}
