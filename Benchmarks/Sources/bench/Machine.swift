import Glibc

/// What a reader must know of the machine to judge the numbers.
enum Machine {
  /// The cores this process may use, which in a container can be fewer than there are.
  static func cores() -> Int {
    let mask = field("Cpus_allowed", of: "/proc/self/status") ?? "1"
    return max(1, mask.reduce(0) { $0 + ($1.hexDigitValue ?? 0).nonzeroBitCount })
  }

  /// The name of the processor; `nil` where the system does not tell it.
  static func processor() -> String? {
    field("model name", of: "/proc/cpuinfo")
  }

  /// The value of the first line `NAME: VALUE` in a file of `/proc`.
  private static func field(_ name: String, of path: String) -> String? {
    guard let text = try? readText(path) else { return nil }
    let line = text.split(separator: "\n").first { line in
      line.hasPrefix(name) && line.dropFirst(name.count).first.map { ": \t".contains($0) } == true
    }
    return line.map { String($0.drop { $0 != ":" }.drop { ": \t".contains($0) }) }
  }

  /// Today's date and the time of day, UTC.
  static func date() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 64)
    let length = strftime(&text, text.count, "%Y-%m-%d %H:%M UTC", &parts)
    return String(decoding: text.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
