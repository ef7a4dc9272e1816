#include "CResources.h"

#define BLOB(name)                                                          \
  cres_blob cres_##name(void) { return (cres_blob){name, sizeof name}; }

static const uint8_t stopwords[] = {
#embed "../../Stopwords/arabic.txt"
};
BLOB(stopwords)

static const uint8_t abbreviations[] = {
#embed "Lexicon/abbreviations.tsv"
};
BLOB(abbreviations)

static const uint8_t letter_names[] = {
#embed "Lexicon/letter-names.txt"
};
BLOB(letter_names)
static const uint8_t given_names[] = {
#embed "Lexicon/given-names.txt"
};
BLOB(given_names)

static const uint8_t prepositions[] = {
#embed "Lexicon/prepositions.tsv"
};
BLOB(prepositions)

static const uint8_t conjunctions[] = {
#embed "Lexicon/conjunctions.txt"
};
BLOB(conjunctions)

static const uint8_t verbs_of_saying[] = {
#embed "Lexicon/verbs-of-saying.tsv"
};
BLOB(verbs_of_saying)

static const uint8_t openers[] = {
#embed "Lexicon/openers.tsv"
};
BLOB(openers)

static const uint8_t demonstratives[] = {
#embed "Lexicon/demonstratives.txt"
};
BLOB(demonstratives)

static const uint8_t boilerplate[] = {
#embed "Lexicon/boilerplate.tsv"
};
BLOB(boilerplate)

static const uint8_t byline_words[] = {
#embed "Lexicon/byline-words.tsv"
};
BLOB(byline_words)

static const uint8_t calendar[] = {
#embed "Lexicon/calendar.tsv"
};
BLOB(calendar)

static const uint8_t cities[] = {
#embed "Lexicon/cities.txt"
};
BLOB(cities)

static const uint8_t titles[] = {
#embed "Lexicon/titles.txt"
};
BLOB(titles)

static const uint8_t reference_nouns[] = {
#embed "Lexicon/reference-nouns.tsv"
};
BLOB(reference_nouns)

static const uint8_t quote_words[] = {
#embed "Quotes/words.tsv"
};
BLOB(quote_words)

static const uint8_t clause_openers[] = {
#embed "Lexicon/clause-openers.tsv"
};
BLOB(clause_openers)

static const uint8_t claims[] = {
#embed "Brief/claims.tsv"
};
BLOB(claims)

static const uint8_t genre_words[] = {
#embed "Brief/genre-words.tsv"
};
BLOB(genre_words)

static const uint8_t letter_frequencies[] = {
#embed "Input/letter-frequencies.tsv"
};
BLOB(letter_frequencies)

static const uint8_t language_signs[] = {
#embed "Input/language-signs.tsv"
};
BLOB(language_signs)

static const uint8_t page_hints[] = {
#embed "Input/page-hints.tsv"
};
BLOB(page_hints)

static const uint8_t page_phrases[] = {
#embed "Input/page-phrases.tsv"
};
BLOB(page_phrases)

static const uint8_t hijri_months[] = {
#embed "Input/hijri-months.tsv"
};
BLOB(hijri_months)

static const uint8_t month_numbers[] = {
#embed "Input/month-numbers.tsv"
};
BLOB(month_numbers)
