// What the command's help holds beside what the parser knows.
#pragma once
#include "CResources.h"

#pragma clang assume_nonnull begin

cres_blob cres_help_examples(void);
cres_blob cres_help_arabic(void);

#pragma clang assume_nonnull end
