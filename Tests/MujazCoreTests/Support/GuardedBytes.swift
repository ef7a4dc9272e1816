#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes of which nothing before the first and behind the last can be read: the pages on both sides are closed, the one behind
/// right at the end, and whoever reads on is ended by the system.
struct GuardedBytes: ~Copyable {
  private let pages: UnsafeMutableRawPointer
  private let size: Int
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ content: some Collection<UInt8>) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let room = (content.count + page - 1) / page * page
    size = room + 2 * page
    guard
      let pages = mmap(nil, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      pages != MAP_FAILED
    else { fatalError("no room for \(size) bytes") }
    self.pages = pages
    if room > 0 {
      precondition(mprotect(pages + page, room, PROT_READ | PROT_WRITE) == 0)
    }
    let start = pages + page + room - content.count
    UnsafeMutableRawBufferPointer(start: start, count: content.count).copyBytes(from: content)
    bytes = UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self), count: content.count)
  }

  deinit { munmap(pages, size) }

  var count: Int { bytes.count }
}
