#include "cicu_calendar.h"

#include <unicode/ucal.h>

// UTC, so that no time zone of the machine moves a day.
static const UChar utc[] = {'U', 'T', 'C', 0};

bool cicu_gregorian(cicu_day hijri, cicu_day *gregorian) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *islamic = ucal_open(utc, 3, "en@calendar=islamic-umalqura", UCAL_TRADITIONAL, &status);
  UCalendar *western = ucal_open(utc, 3, "en@calendar=gregorian", UCAL_GREGORIAN, &status);
  if (U_SUCCESS(status)) {
    ucal_clear(islamic);
    ucal_setDateTime(islamic, hijri.year, hijri.month - 1, hijri.day, 12, 0, 0, &status);
    // A day that the month does not have would roll over into the next.
    bool rolled = ucal_get(islamic, UCAL_MONTH, &status) != hijri.month - 1;
    ucal_setMillis(western, ucal_getMillis(islamic, &status), &status);
    *gregorian = (cicu_day){.year = ucal_get(western, UCAL_YEAR, &status),
                            .month = ucal_get(western, UCAL_MONTH, &status) + 1,
                            .day = ucal_get(western, UCAL_DAY_OF_MONTH, &status)};
    if (rolled) status = U_ILLEGAL_ARGUMENT_ERROR;
  }
  if (islamic) ucal_close(islamic);
  if (western) ucal_close(western);
  return U_SUCCESS(status);
}
