// What is in an HDF5 file.
#pragma once

#include <hdf5.h>

#include "core/io/hdf5/answer.h"

namespace horo::hdf5 {

/// More dimensions make a dataset "other", which is not read.
constexpr int mostDimensions = 8;

/// Groups and datasets, Ask::Entries. The type is "group", "text", "other" or that of a number: "float32",
/// "uint8", "bool". Soft and external links are not followed. Damaged: also where there are more than
/// 100,000.
Status sendEntries(hid_t file, const Answer& answer);

}  // namespace horo::hdf5
