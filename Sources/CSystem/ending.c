#define _GNU_SOURCE
#include "ending.h"

#include <errno.h>
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

// All signals that end a process if nobody catches them, and can be caught.
static const int numbers[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGILL,  SIGTRAP, SIGABRT, SIGBUS,    SIGFPE,  SIGUSR1, SIGSEGV,
                              SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGSYS};
enum { total = sizeof numbers / sizeof *numbers };
/// What was to happen at each: by default the end, or what Swift's runtime tells of a crash.
static struct sigaction before[total];

static void end(int number) {
  int reason = errno;
  ending_put_right();
  for (size_t i = 0; i < total; i++)
    if (numbers[i] == number) sigaction(number, &before[i], NULL);
  errno = reason;
  raise(number);
}

static void catch_all(void) {
  struct sigaction ours = {.sa_handler = end, .sa_flags = SA_RESTART};
  sigemptyset(&ours.sa_mask);
  for (size_t i = 0; i < total; i++)
    if (sigaction(numbers[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN)
      sigaction(numbers[i], &ours, NULL);
}

static void catch_none(void) {
  for (size_t i = 0; i < total; i++) {
    struct sigaction current;
    if (sigaction(numbers[i], NULL, &current) == 0 && current.sa_handler == end)
      sigaction(numbers[i], &before[i], NULL);
  }
}

void ending_set(ending_reason reason, bool is_given) {
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  static unsigned reasons;
  pthread_mutex_lock(&lock);
  unsigned old = reasons;
  reasons = is_given ? reasons | reason : reasons & ~(unsigned)reason;
  if (!old && reasons) catch_all();
  if (old && !reasons) catch_none();
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

// What a crash is from where nobody asked whether there was memory: the runtime's own tables, and libraries that go on
// with what they did not get. The last call that failed on this thread tells it from other crashes, which end as if
// nothing had been caught.
static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV};
enum { kinds = sizeof crashes / sizeof *crashes };
static struct sigaction uncaught[kinds];

static void crash(int number) {
  if (errno == ENOMEM) csys_end_without_memory();
  for (size_t i = 0; i < kinds; i++)
    if (crashes[i] == number) sigaction(number, &uncaught[i], NULL);
  raise(number);
}

// Before the constructors of other code, which are given no number.
__attribute__((constructor(101))) static void catch_crashes(void) {
  struct sigaction ours = {.sa_handler = crash};
  sigemptyset(&ours.sa_mask);
  for (size_t i = 0; i < kinds; i++)
    if (sigaction(crashes[i], NULL, &uncaught[i]) == 0 && uncaught[i].sa_handler != SIG_IGN)
      sigaction(crashes[i], &ours, NULL);
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
