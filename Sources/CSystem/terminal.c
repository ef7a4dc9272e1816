#define _GNU_SOURCE
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "CSystem.h"
#include "ending.h"

enum {
  /// A line that is longer is handed on before it has ended, and can't be erased any more.
  longest_line = 64 << 10,
};

// What signal handlers look at.
static atomic_int terminal = -1;
static atomic_bool is_ours;
static struct termios before, ours;

/// What was typed. Up to `whole` it goes to the reader, up to `taken` it has gone; behind stands the line that is being
/// written.
static struct {
  uint8_t *bytes;
  size_t taken, whole, count, room;
  /// How many bytes the kernel had taken in by lines: a NUL among them was the end of the input.
  int old;
  bool is_literal, has_ended;
} typed;

/// What the terminal is to show of it.
static struct {
  uint8_t bytes[1024];
  size_t count;
} echo;

// MARK: The mode

/// Whether the terminal's mode is this process's to set; one that controls no session is everybody's.
static bool is_in_foreground(int descriptor) {
  pid_t group = tcgetpgrp(descriptor);
  return group < 0 ? errno == ENOTTY : group == getpgrp();
}

void terminal_put_back(void) {
  int descriptor = atomic_load(&terminal);
  if (descriptor >= 0 && is_in_foreground(descriptor)) tcsetattr(descriptor, TCSANOW, &before);
}

static void take_again(void) {
  int descriptor = atomic_load(&terminal);
  if (descriptor >= 0 && atomic_load(&is_ours) && is_in_foreground(descriptor)) tcsetattr(descriptor, TCSANOW, &ours);
}

static void on_continue(int number) {
  (void)number;
  int error = errno;
  take_again();
  errno = error;
}

static void on_stop(int number) {
  int error = errno;
  terminal_put_back();
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  // Here it goes on, stopped and continued, or not stopped where nobody could continue it.
  signal(number, on_stop);
  take_again();
  errno = error;
}

static void catch(int number, void (*handler)(int)) {
  struct sigaction current;
  if (sigaction(number, NULL, &current) == 0 && current.sa_handler != SIG_IGN) signal(number, handler);
}

void csys_terminal_restore(void) {
  if (!atomic_exchange(&is_ours, false)) return;
  terminal_put_back();
  atomic_store(&terminal, -1);
  catch(SIGTSTP, SIG_DFL);
  catch(SIGCONT, SIG_DFL);
  ending_set(ending_terminal, false);
}

/// Whether the terminal hands out what is typed as it comes.
static bool enter(int descriptor) {
  if (atomic_load(&is_ours)) return true;
  static bool is_promised;
  if (!is_promised) is_promised = atexit(csys_terminal_restore) == 0;
  if (!is_promised || !is_in_foreground(descriptor) || tcgetattr(descriptor, &before) != 0) return false;
  // A mode without lines is somebody's choice.
  if (!(before.c_lflag & ICANON)) return false;
  ours = before;
  ours.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  ours.c_cc[VMIN] = 1;
  ours.c_cc[VTIME] = 0;
  atomic_store(&terminal, descriptor);
  atomic_store(&is_ours, true);
  ending_set(ending_terminal, true);
  catch(SIGTSTP, on_stop);
  catch(SIGCONT, on_continue);
  if (tcsetattr(descriptor, TCSANOW, &ours) != 0) {
    csys_terminal_restore();
    return false;
  }
  if (ioctl(descriptor, FIONREAD, &typed.old) != 0) typed.old = 0;
  return true;
}

// MARK: Echo

static void flush_echo(int descriptor) {
  static int other = -1;
  size_t start = 0;
  while (start < echo.count) {
    ssize_t count = write(other >= 0 ? other : descriptor, echo.bytes + start, echo.count - start);
    if (count >= 0) {
      start += (size_t)count;
    } else if (errno == EAGAIN) {
      poll(&(struct pollfd){.fd = descriptor, .events = POLLOUT}, 1, -1);
    } else if (errno == EBADF && other < 0) {
      // Standard input may be open for reading alone.
      other = open("/dev/tty", O_WRONLY | O_NOCTTY | O_CLOEXEC);
      if (other < 0) break;
    } else if (errno != EINTR) {
      break;
    }
  }
  echo.count = 0;
}

static void show(int descriptor, const char *bytes, size_t count) {
  if (!(before.c_lflag & ECHO)) return;
  if (echo.count + count > sizeof echo.bytes) flush_echo(descriptor);
  memcpy(echo.bytes + echo.count, bytes, count);
  echo.count += count;
}

static bool is_control(uint8_t byte) { return byte < 0x20 || byte == 0x7F; }

static void show_byte(int descriptor, uint8_t byte) {
  char caret[] = {'^', (char)(byte ^ 0x40)};
  if (is_control(byte) && byte != '\t') show(descriptor, caret, 2);
  else show(descriptor, (const char *)&byte, 1);
}

/// The columns that the line takes up to a place, as the kernel counts them: one for a character.
static size_t columns(size_t end) {
  size_t columns = 0;
  for (size_t place = typed.whole; place < end; place++) {
    uint8_t byte = typed.bytes[place];
    if (byte == '\t') columns = (columns | 7) + 1;
    else if (is_control(byte)) columns += 2;
    else if ((byte & 0xC0) != 0x80) columns++;
  }
  return columns;
}

/// Takes back the line that is being written from a place on.
static void erase(int descriptor, size_t place) {
  for (size_t left = columns(typed.count) - columns(place); left > 0; left--) show(descriptor, "\b \b", 3);
  typed.count = place;
}

static bool is_blank(uint8_t byte) { return byte == ' ' || byte == '\t'; }

static size_t last_character(void) {
  size_t place = typed.count;
  if (place > typed.whole) place--;
  while (place > typed.whole && (typed.bytes[place] & 0xC0) == 0x80) place--;
  return place;
}

static size_t last_word(void) {
  size_t place = typed.count;
  while (place > typed.whole && is_blank(typed.bytes[place - 1])) place--;
  while (place > typed.whole && !is_blank(typed.bytes[place - 1])) place--;
  return place;
}

// MARK: Reading

static bool append(uint8_t byte) {
  if (typed.count == typed.room) {
    size_t room = typed.room ? typed.room * 2 : 4096;
    uint8_t *larger = realloc(typed.bytes, room);
    if (!larger) {
      errno = ENOMEM;
      return false;
    }
    typed.bytes = larger;
    typed.room = room;
  }
  typed.bytes[typed.count++] = byte;
  return true;
}

static bool is_key(uint8_t byte, int key) {
  return before.c_cc[key] != _POSIX_VDISABLE && byte == before.c_cc[key];
}

/// Takes a byte as the kernel would in its mode of lines. False where memory runs out.
static bool take(int descriptor, uint8_t byte) {
  bool was_in_line = typed.old > 0;
  if (was_in_line) typed.old--;
  bool is_literal = typed.is_literal;
  typed.is_literal = false;
  if (!is_literal) {
    if (is_key(byte, VEOF) || (byte == 0 && was_in_line)) {
      typed.has_ended = true;
      typed.whole = typed.count;
      return true;
    }
    bool has_more_keys = before.c_lflag & IEXTEN;
    if (has_more_keys && is_key(byte, VLNEXT)) {
      typed.is_literal = true;
      return true;
    }
    size_t place = is_key(byte, VERASE)                     ? last_character()
                   : is_key(byte, VKILL)                    ? typed.whole
                   : has_more_keys && is_key(byte, VWERASE) ? last_word()
                                                            : SIZE_MAX;
    if (place != SIZE_MAX) {
      erase(descriptor, place);
      return true;
    }
  }
  if (!append(byte)) return false;
  if (byte == '\n') show(descriptor, "\n", 1);
  else show_byte(descriptor, byte);
  if (byte == '\n' || typed.count - typed.whole >= longest_line) typed.whole = typed.count;
  return true;
}

/// Waits until something can be read.
static void wait_for_input(int descriptor) { poll(&(struct pollfd){.fd = descriptor, .events = POLLIN}, 1, -1); }

/// Takes what was typed until it makes a line, a byte at a time: what stands behind the end of the input is for whoever reads
/// the terminal next. False with errno where reading failed.
static bool take_line(int descriptor) {
  while (typed.whole == 0 && !typed.has_ended) {
    int waiting = 0;
    if (echo.count > 0 && (ioctl(descriptor, FIONREAD, &waiting) != 0 || waiting == 0)) flush_echo(descriptor);
    uint8_t byte;
    ssize_t count = read(descriptor, &byte, 1);
    if (count == 0) typed.has_ended = true;
    if (count == 1 && !take(descriptor, byte)) return false;
    if (count >= 0 || errno == EINTR) continue;
    if (errno != EAGAIN) return false;
    wait_for_input(descriptor);
  }
  if (typed.has_ended) typed.whole = typed.count;
  flush_echo(descriptor);
  return true;
}

/// Reads from the kernel's lines. One that has not ended is the end of the input: it was typed behind it.
static ssize_t read_line(int descriptor, uint8_t *room, size_t count) {
  ssize_t read_count = read(descriptor, room, count);
  if (read_count == 0 || (read_count > 0 && (size_t)read_count < count && room[read_count - 1] != '\n'))
    typed.has_ended = true;
  return read_count;
}

static bool has_line(int descriptor) {
  return poll(&(struct pollfd){.fd = descriptor, .events = POLLIN}, 1, 0) > 0;
}

ssize_t csys_terminal_read(int descriptor, void *room, size_t count) {
  if (typed.whole == 0 && !typed.has_ended) {
    // What was typed before we came stands in lines already.
    if (!atomic_load(&is_ours) && (has_line(descriptor) || !enter(descriptor)))
      return read_line(descriptor, room, count);
    if (!take_line(descriptor)) return -1;
  }
  size_t given = typed.whole - typed.taken;
  if (given > count) given = count;
  if (given > 0) memcpy(room, typed.bytes + typed.taken, given);
  typed.taken += given;
  if (typed.taken == typed.whole) {
    // Nothing is left but the line that is being written.
    size_t rest = typed.count - typed.whole;
    if (rest > 0) memmove(typed.bytes, typed.bytes + typed.whole, rest);
    typed.taken = typed.whole = 0;
    typed.count = rest;
  }
  if (given == 0) {
    typed.has_ended = false;
    csys_terminal_restore();
  }
  return (ssize_t)given;
}
