// The letters as mujaz compares them: one byte each, see Letter.swift.
#pragma once
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Codes of the folded Arabic letters. ASCII digits and small Latin letters stand for themselves.
enum {
  letter_break = 0x00,      // no letter: ends a word
  letter_ignorable = 0x01,  // leaves the word as it is: tashkeel, tatweel
  letter_hamza = 0x02,
  letter_alef, letter_beh, letter_teh, letter_theh, letter_jeem, letter_hah, letter_khah,
  letter_dal, letter_thal, letter_reh, letter_zain, letter_seen, letter_sheen, letter_sad,
  letter_dad, letter_tah, letter_zah, letter_ain, letter_ghain, letter_feh, letter_qaf,
  letter_kaf, letter_lam, letter_meem, letter_noon, letter_heh, letter_waw, letter_yeh,
  letter_waw_hamza, letter_yeh_hamza,
  // Letters of other languages and of loan words.
  letter_peh, letter_tcheh, letter_jeh, letter_gaf, letter_veh, letter_qaf_maghrebi,
  letter_arabic_end,        // behind the last
  letter_raw = 0xFE,        // a letter without a code: its UTF-8 bytes stand for it
};

extern const uint8_t letter_ascii_codes[256];
extern const uint8_t letter_arabic_codes[256];

/// The codes of U+0000 to U+007F. A constant: no start-up cost, unlike a table made in Swift.
static inline const uint8_t *letter_ascii(void) { return letter_ascii_codes; }

/// The codes of U+0600 to U+06FF.
static inline const uint8_t *letter_arabic(void) { return letter_arabic_codes; }

#pragma clang assume_nonnull end
