// Makes one call of the system fail: loaded before libc (LD_PRELOAD) by Scripts/faults, and by nothing else.
//
//   MUJAZ_FAULT=CALL:N:HOW     the Nth call of CALL (from 1) fails with the error number HOW, or moves one byte alone
//                              where HOW is 0; `N+` for this and all that follow
//   MUJAZ_FAULT_REPORT=FILE    takes a line for every call that was made, CALL and how often, and `failed N` where the
//                              fault was met
//   MUJAZ_FAULT_NAMED=1        has no file without a name, as some file systems
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum call {
  call_open, call_openat, call_read, call_pread, call_write, call_pwrite, call_rename, call_linkat, call_fsync,
  call_fdatasync, call_ftruncate, call_unlink, call_close, call_stat, call_lstat, call_fstat, call_fcntl, call_lseek,
  call_mmap, call_mkstemp, call_readlink, call_access, call_fchmod, call_thread, call_malloc, call_count
};

static const char *const names[call_count] = {
  "open", "openat", "read", "pread", "write", "pwrite", "rename", "linkat", "fsync", "fdatasync", "ftruncate", "unlink",
  "close", "stat", "lstat", "fstat", "fcntl", "lseek", "mmap", "mkstemp", "readlink", "access", "fchmod", "thread",
  "malloc"};

static atomic_long counts[call_count];
static atomic_long failures;
static bool is_ready, is_named, goes_on;
static int wanted = -1, how;
static long place;

// What the linker found behind us.
#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char *fault = getenv("MUJAZ_FAULT");
  if (fault) {
    size_t length = strcspn(fault, ":");
    for (int call = 0; call < call_count; call++) {
      if (strlen(names[call]) == length && strncmp(names[call], fault, length) == 0) wanted = call;
    }
    char *end;
    place = strtol(fault + length + 1, &end, 10);
    if (*end == '+') {
      goes_on = true;
      end++;
    }
    how = atoi(end + 1);
  }
  is_named = getenv("MUJAZ_FAULT_NAMED") != NULL;
  is_ready = true;
}

// Not by way of the calls that are counted.
__attribute__((destructor)) static void report(void) {
  const char *path = getenv("MUJAZ_FAULT_REPORT");
  is_ready = false;
  if (!path) return;
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  for (int call = 0; call < call_count; call++) {
    char line[64];
    int length = snprintf(line, sizeof line, "%s %ld\n", names[call], atomic_load(&counts[call]));
    syscall(SYS_write, file, line, length);
  }
  char line[64];
  int length = snprintf(line, sizeof line, "failed %ld\n", atomic_load(&failures));
  syscall(SYS_write, file, line, length);
  syscall(SYS_close, file);
}

static bool fails(enum call call) {
  if (!is_ready) return false;
  long number = atomic_fetch_add(&counts[call], 1) + 1;
  if ((int)call != wanted || !(number == place || (goes_on && number > place))) return false;
  // A crash writes no report: this says that the fault was met.
  if (atomic_fetch_add(&failures, 1) == 0 && getenv("MUJAZ_FAULT_MET")) {
    int file = (int)syscall(SYS_openat, AT_FDCWD, getenv("MUJAZ_FAULT_MET"), O_WRONLY | O_CREAT, 0666);
    syscall(SYS_close, file);
  }
  if (how) errno = how;
  return true;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (is_named && (flags & __O_TMPFILE) == __O_TMPFILE) {
    errno = EOPNOTSUPP;
    return -1;
  }
  if (fails(call_open)) return -1;
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (fails(call_openat)) return -1;
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}

// What moves bytes may move fewer than it was asked for.
#define SOME(call, count) \
  if (fails(call)) { \
    if (how) return -1; \
    if (count > 1) count = 1; \
  }

ssize_t read(int file, void *buffer, size_t count) {
  REAL(read);
  SOME(call_read, count)
  return real(file, buffer, count);
}

ssize_t pread(int file, void *buffer, size_t count, off_t offset) {
  REAL(pread);
  SOME(call_pread, count)
  return real(file, buffer, count, offset);
}

ssize_t pread64(int file, void *buffer, size_t count, off64_t offset) { return pread(file, buffer, count, offset); }

ssize_t write(int file, const void *buffer, size_t count) {
  REAL(write);
  SOME(call_write, count)
  return real(file, buffer, count);
}

ssize_t pwrite(int file, const void *buffer, size_t count, off_t offset) {
  REAL(pwrite);
  SOME(call_pwrite, count)
  return real(file, buffer, count, offset);
}

ssize_t pwrite64(int file, const void *buffer, size_t count, off64_t offset) {
  return pwrite(file, buffer, count, offset);
}

#define SIMPLE(call, result, name, parameters, arguments) \
  result name parameters { \
    REAL(name); \
    if (fails(call)) return (result)-1; \
    return real arguments; \
  }

SIMPLE(call_rename, int, rename, (const char *from, const char *to), (from, to))
SIMPLE(call_linkat, int, linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
SIMPLE(call_fsync, int, fsync, (int file), (file))
SIMPLE(call_fdatasync, int, fdatasync, (int file), (file))
SIMPLE(call_ftruncate, int, ftruncate, (int file, off_t size), (file, size))
SIMPLE(call_ftruncate, int, ftruncate64, (int file, off64_t size), (file, size))
SIMPLE(call_unlink, int, unlink, (const char *path), (path))
SIMPLE(call_stat, int, stat, (const char *path, struct stat *status), (path, status))
SIMPLE(call_stat, int, stat64, (const char *path, struct stat64 *status), (path, status))
SIMPLE(call_lstat, int, lstat, (const char *path, struct stat *status), (path, status))
SIMPLE(call_lstat, int, lstat64, (const char *path, struct stat64 *status), (path, status))
SIMPLE(call_fstat, int, fstat, (int file, struct stat *status), (file, status))
SIMPLE(call_fstat, int, fstat64, (int file, struct stat64 *status), (file, status))
SIMPLE(call_lseek, off_t, lseek, (int file, off_t offset, int from), (file, offset, from))
SIMPLE(call_lseek, off64_t, lseek64, (int file, off64_t offset, int from), (file, offset, from))
SIMPLE(call_mkstemp, int, mkstemp, (char *template), (template))
SIMPLE(call_mkstemp, int, mkstemp64, (char *template), (template))
SIMPLE(call_readlink, ssize_t, readlink, (const char *path, char *target, size_t size), (path, target, size))
SIMPLE(call_access, int, access, (const char *path, int mode), (path, mode))
SIMPLE(call_fchmod, int, fchmod, (int file, mode_t mode), (file, mode))

// A descriptor is closed even where closing fails.
int close(int file) {
  REAL(close);
  bool failed = fails(call_close);
  int result = real(file);
  if (!failed) return result;
  errno = how;
  return -1;
}

static int control(int file, int command, void *argument) {
  static int (*real)(int, int, ...);
  if (!real) real = (int (*)(int, int, ...))dlsym(RTLD_NEXT, "fcntl");
  // Letting a lock go does not fail where taking it did not.
  bool frees = (command == F_SETLK || command == F_SETLKW) && ((struct flock *)argument)->l_type == F_UNLCK;
  if (!frees && fails(call_fcntl)) return -1;
  return real(file, command, argument);
}

int fcntl(int file, int command, ...) {
  va_list rest;
  va_start(rest, command);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  return control(file, command, argument);
}

int fcntl64(int file, int command, ...) {
  va_list rest;
  va_start(rest, command);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  return control(file, command, argument);
}

// Of files alone: memory is malloc's.
void *mmap(void *start, size_t size, int protection, int flags, int file, off_t offset) {
  if (file >= 0 && fails(call_mmap)) return MAP_FAILED;
  return (void *)syscall(SYS_mmap, start, size, protection, flags, file, offset);
}

void *mmap64(void *start, size_t size, int protection, int flags, int file, off64_t offset) {
  return mmap(start, size, protection, flags, file, offset);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *), void *argument) {
  REAL(pthread_create);
  if (fails(call_thread)) return how;
  return real(thread, attributes, body, argument);
}

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) { return fails(call_malloc) ? NULL : __libc_malloc(size); }

void *calloc(size_t count, size_t size) { return fails(call_malloc) ? NULL : __libc_calloc(count, size); }

void *realloc(void *old, size_t size) { return fails(call_malloc) ? NULL : __libc_realloc(old, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (fails(call_malloc)) return ENOMEM;
  *result = __libc_memalign(alignment, size);
  return *result ? 0 : ENOMEM;
}
