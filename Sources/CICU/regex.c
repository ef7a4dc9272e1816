#include "cicu_regex.h"

#include <stdlib.h>
#include <unicode/uregex.h>

struct cicu_regex {
  URegularExpression *pattern;
  size_t count;
  // Work left for the text, in ICU's units, and how much of it the running match has used.
  size_t steps;
  int32_t used;
};

// ICU calls this once a unit of work, with the number of units since the match began.
static UBool U_CALLCONV spend(const void *context, int32_t steps) {
  cicu_regex *self = (cicu_regex *)(uintptr_t)context;
  size_t more = steps > self->used ? (size_t)(steps - self->used) : 1;
  self->used = steps;
  if (more > self->steps) {
    self->steps = 0;
    return false;
  }
  self->steps -= more;
  return true;
}

cicu_regex *cicu_regex_open(const uint16_t *pattern, size_t count, const char **error) {
  *error = NULL;
  cicu_regex *self = calloc(1, sizeof *self);
  if (!self) {
    *error = u_errorName(U_MEMORY_ALLOCATION_ERROR);
    return NULL;
  }
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  self->pattern = uregex_open(pattern, (int32_t)count, 0, &place, &status);
  uregex_setMatchCallback(self->pattern, spend, self, &status);
  if (U_FAILURE(status)) {
    *error = u_errorName(status);
    cicu_regex_close(self);
    return NULL;
  }
  return self;
}

void cicu_regex_close(cicu_regex *self) {
  if (!self) return;
  if (self->pattern) uregex_close(self->pattern);
  free(self);
}

void cicu_regex_set_text(cicu_regex *self, const uint16_t *text, size_t count, size_t steps) {
  UErrorCode status = U_ZERO_ERROR;
  if (count > INT32_MAX) count = INT32_MAX;
  self->count = count;
  self->steps = steps;
  uregex_setText(self->pattern, text, (int32_t)count, &status);
  // Bounds of a region are no ends of the text: what is looked at may lie beyond them.
  uregex_useTransparentBounds(self->pattern, true, &status);
  uregex_useAnchoringBounds(self->pattern, false, &status);
}

static cicu_match result(UBool found, UErrorCode status) {
  if (U_FAILURE(status)) return cicu_match_too_costly;
  return found ? cicu_match_found : cicu_no_match;
}

cicu_match cicu_regex_find(cicu_regex *self, size_t from, size_t *start, size_t *end) {
  UErrorCode status = U_ZERO_ERROR;
  self->used = 0;
  uregex_setRegion(self->pattern, (int32_t)from, (int32_t)self->count, &status);
  // -1: from the beginning of the region, and the region stays.
  UBool found = uregex_find(self->pattern, -1, &status);
  if (found && U_SUCCESS(status)) {
    *start = (size_t)uregex_start(self->pattern, 0, &status);
    *end = (size_t)uregex_end(self->pattern, 0, &status);
  }
  return result(found, status);
}

cicu_match cicu_regex_matches(cicu_regex *self, size_t offset) {
  UErrorCode status = U_ZERO_ERROR;
  self->used = 0;
  uregex_setRegion(self->pattern, (int32_t)offset, (int32_t)self->count, &status);
  return result(uregex_lookingAt(self->pattern, -1, &status), status);
}
