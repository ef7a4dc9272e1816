// What C++ throws where memory runs out and nobody catches it: its runtime says so in two lines of its own.
#include <cstdlib>
#include <exception>
#include <new>

extern "C" [[noreturn]] void csys_end_without_memory();

namespace {

std::terminate_handler before;

[[noreturn]] void end() {
  if (std::current_exception()) try {
    throw;
  } catch (const std::bad_alloc &) {
    csys_end_without_memory();
  } catch (...) {
    if (before) before();
  }
  std::abort();
}

[[gnu::constructor(101)]] void catch_exceptions() { before = std::set_terminate(end); }

}  // namespace
