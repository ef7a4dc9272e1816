// The tables of translation packages.
#pragma once
#include "CResources.h"

#pragma clang assume_nonnull begin

cres_blob cres_check_words(void);
cres_blob cres_countries(void);
cres_blob cres_magnitudes(void);
cres_blob cres_number_words(void);
cres_blob cres_months(void);
cres_blob cres_names(void);
cres_blob cres_people(void);
cres_blob cres_places(void);
cres_blob cres_bodies(void);
cres_blob cres_vowels(void);
cres_blob cres_skeletons(void);

#pragma clang assume_nonnull end
