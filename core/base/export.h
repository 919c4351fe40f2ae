// Symbols that plugins, the workbench and the tests may use; all others stay hidden.
#pragma once

#define HOROCYCLE_EXPORT __attribute__((visibility("default")))
