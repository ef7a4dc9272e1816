// libxml2 without a voice of its own.
#pragma once

/// From now on libxml2 writes nothing to standard error on this thread. What its parsers find goes to their handlers; memory
/// that runs out and bytes that its converters can't read go past those.
void quiet(void);
