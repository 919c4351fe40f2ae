// What the HDF5 library itself does not check before it walks through a file.
#pragma once

#include <istream>

#include "core/base/export.h"

namespace horo {

/// Whether the objects of each global heap of the file (HDF5 File Format 3.0, III.E: where texts of variable
/// length and virtual datasets are kept) lead forward and end within it. The library walks them without
/// looking and stays forever in one that leads nowhere. The whole file is read once.
HOROCYCLE_EXPORT bool globalHeapsEnd(std::istream& file);

}  // namespace horo
