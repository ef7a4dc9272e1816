#include "CResources.h"

static const uint8_t help_examples[] = {
#embed "Help/examples.tsv"
};
cres_blob cres_help_examples(void) { return (cres_blob){help_examples, sizeof help_examples}; }

static const uint8_t help_arabic[] = {
#embed "Help/arabic.tsv"
};
cres_blob cres_help_arabic(void) { return (cres_blob){help_arabic, sizeof help_arabic}; }
