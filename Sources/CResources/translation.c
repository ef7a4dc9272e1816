#include "CResources.h"

static const uint8_t magnitudes[] = {
#embed "Translation/magnitudes.tsv"
};
cres_blob cres_magnitudes(void) { return (cres_blob){magnitudes, sizeof magnitudes}; }

static const uint8_t months[] = {
#embed "Translation/months.tsv"
};
cres_blob cres_months(void) { return (cres_blob){months, sizeof months}; }

static const uint8_t names[] = {
#embed "Translation/names.tsv"
};
cres_blob cres_names(void) { return (cres_blob){names, sizeof names}; }

static const uint8_t people[] = {
#embed "Translation/people.tsv"
};
cres_blob cres_people(void) { return (cres_blob){people, sizeof people}; }

static const uint8_t places[] = {
#embed "Translation/places.tsv"
};
cres_blob cres_places(void) { return (cres_blob){places, sizeof places}; }

static const uint8_t bodies[] = {
#embed "Translation/bodies.tsv"
};
cres_blob cres_bodies(void) { return (cres_blob){bodies, sizeof bodies}; }

static const uint8_t vowels[] = {
#embed "Translation/vowels.tsv"
};
cres_blob cres_vowels(void) { return (cres_blob){vowels, sizeof vowels}; }

static const uint8_t skeletons[] = {
#embed "Translation/skeletons.tsv"
};
cres_blob cres_skeletons(void) { return (cres_blob){skeletons, sizeof skeletons}; }

static const uint8_t number_words[] = {
#embed "Translation/number-words.tsv"
};
cres_blob cres_number_words(void) { return (cres_blob){number_words, sizeof number_words}; }

static const uint8_t check_words[] = {
#embed "Translation/check-words.tsv"
};
cres_blob cres_check_words(void) { return (cres_blob){check_words, sizeof check_words}; }

static const uint8_t countries[] = {
#embed "Translation/countries.tsv"
};
cres_blob cres_countries(void) { return (cres_blob){countries, sizeof countries}; }
