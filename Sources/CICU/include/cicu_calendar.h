// Days of the Islamic calendar (Umm al-Qura) as days of the Gregorian.
#pragma once
#include <stdbool.h>

#pragma clang assume_nonnull begin

typedef struct cicu_day {
  int year, month, day;  // month and day from 1
} cicu_day;

/// The Gregorian day of a day in the calendar of Umm al-Qura; false where there is none.
bool cicu_gregorian(cicu_day hijri, cicu_day *gregorian);

#pragma clang assume_nonnull end
