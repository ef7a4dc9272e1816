// The C library, whatever the system calls it: the one file that knows, and the one that passes an import on.
#if canImport(Darwin)
  @_exported public import Darwin
#elseif canImport(Musl)
  @_exported public import Musl
#else
  @_exported public import Glibc
#endif
