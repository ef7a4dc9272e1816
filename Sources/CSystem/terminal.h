// A terminal that is read without the kernel's lines.
#pragma once

/// Gives the terminal back the mode that it had. For signal handlers, too.
void terminal_put_back(void);
