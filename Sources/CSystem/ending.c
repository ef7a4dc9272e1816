#define _GNU_SOURCE
#include "ending.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sysexits.h>
#include <unistd.h>

#include "CSystem.h"
#include "terminal.h"

static _Atomic(const char *) doomed;

void ending_put_right(void) {
  const char *path = atomic_load(&doomed);
  if (path) unlink(path);
  terminal_put_back();
}

static void end(int number) {
  ending_put_right();
  signal(number, SIG_DFL);
  raise(number);
}

void ending_set(ending_reason reason, bool is_given) {
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  static unsigned reasons;
  static const int numbers[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM};
  pthread_mutex_lock(&lock);
  reasons = is_given ? reasons | reason : reasons & ~(unsigned)reason;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct sigaction current;
    if (sigaction(numbers[i], NULL, &current) != 0 || current.sa_handler == SIG_IGN) continue;
    signal(numbers[i], reasons ? end : SIG_DFL);
  }
  pthread_mutex_unlock(&lock);
}

void csys_remove_on_signal(const char *path) {
  atomic_store(&doomed, path);
  ending_set(ending_file, path != NULL);
}

_Noreturn void csys_end_without_memory(void) {
  static const char message[] = "mujaz: out of memory\n";
  ending_put_right();
  // Nobody can be told if that fails.
  if (write(STDERR_FILENO, message, sizeof message - 1) < 0) _exit(EX_SOFTWARE);
  _exit(EX_SOFTWARE);
}

// What Swift's runtime calls where an allocation fails. Its own prints a line of its own and a trace, and aborts; nothing that
// a program may register comes before that. The linker's --wrap puts this in its place; where it is not told to, nobody
// calls it.
_Noreturn void __wrap__ZN5swift28swift_abortAllocationFailureEmm(size_t size, size_t alignment);
void __wrap__ZN5swift28swift_abortAllocationFailureEmm(size_t size, size_t alignment) {
  (void)size;
  (void)alignment;
  csys_end_without_memory();
}
