// What has to be put right before a signal ends the process.
#pragma once
#include <stdbool.h>

/// What may have to be put right.
typedef enum ending_reason {
  ending_file = 1,      // a file that is not whole has a name
  ending_terminal = 2,  // a terminal is in a mode of ours
} ending_reason;

/// Catches the signals that end a process, crashes among them, as long as there is a reason to; one that the parent had
/// ignored (nohup) stays ignored. A process that is ended so ends by that signal as if nothing had been caught.
void ending_set(ending_reason reason, bool is_given);

/// Puts everything right. For signal handlers, too.
void ending_put_right(void);
