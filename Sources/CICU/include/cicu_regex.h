// ICU's regular expressions over UTF-16, with a bound on the work that one text may cause.
#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct cicu_regex cicu_regex;

/// Compiles a pattern. Returns null when it is no pattern; `error` is then ICU's name of what is wrong.
cicu_regex *_Nullable cicu_regex_open(
    const uint16_t *pattern, size_t count, const char *_Nullable *_Nonnull error);
void cicu_regex_close(cicu_regex *_Nullable regex);

/// The text to search, which stays the caller's and must not change; it allows `steps` units of backtracking work for
/// all calls together. A unit is 10,000 saved states.
void cicu_regex_set_text(cicu_regex *regex, const uint16_t *text, size_t count, size_t steps);

typedef enum cicu_match {
  cicu_no_match = 0,
  cicu_match_found = 1,
  // The pattern costs more than the text allows.
  cicu_match_too_costly = 2,
} cicu_match;

/// The first match that begins at `from` or behind it.
cicu_match cicu_regex_find(cicu_regex *regex, size_t from, size_t *start, size_t *end);

/// Whether the pattern matches at `offset`; what it looks back at stands before.
cicu_match cicu_regex_matches(cicu_regex *regex, size_t offset);

#pragma clang assume_nonnull end
