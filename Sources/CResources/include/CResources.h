// The word lists, embedded: no file is looked up at run time, and the binary can be copied anywhere.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include "letters.h"

#pragma clang assume_nonnull begin

typedef struct cres_blob {
  const uint8_t *start;
  size_t count;
} cres_blob;

cres_blob cres_stopwords(void);
cres_blob cres_abbreviations(void);
cres_blob cres_letter_names(void);
cres_blob cres_given_names(void);
cres_blob cres_prepositions(void);
cres_blob cres_conjunctions(void);
cres_blob cres_verbs_of_saying(void);
cres_blob cres_openers(void);
cres_blob cres_demonstratives(void);
cres_blob cres_boilerplate(void);
cres_blob cres_byline_words(void);
cres_blob cres_calendar(void);
cres_blob cres_cities(void);
cres_blob cres_titles(void);
cres_blob cres_reference_nouns(void);
cres_blob cres_quote_words(void);
cres_blob cres_clause_openers(void);
cres_blob cres_claims(void);
cres_blob cres_genre_words(void);
cres_blob cres_letter_frequencies(void);
cres_blob cres_language_signs(void);
cres_blob cres_page_hints(void);
cres_blob cres_page_phrases(void);
cres_blob cres_hijri_months(void);
cres_blob cres_month_numbers(void);

#pragma clang assume_nonnull end

#include "help.h"
#include "translation.h"
