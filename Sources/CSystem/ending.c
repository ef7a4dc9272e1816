#define _GNU_SOURCE
#include "ending.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
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
