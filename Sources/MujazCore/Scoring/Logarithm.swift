#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// ln(1 + x), of the C library.
func log1p(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.log1p(x)
  #elseif canImport(Musl)
    Musl.log1p(x)
  #else
    Darwin.log1p(x)
  #endif
}
