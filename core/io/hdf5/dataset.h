// A dataset, sent block by block.
#pragma once

#include <string>

#include "core/io/hdf5/answer.h"
#include "core/io/hdf5/handle.h"
#include "core/io/hdf5/limits.h"

namespace horo::hdf5 {

/// Its first `rows` rows as what is asked for: Floats, Doubles, WholeNumbers or Texts.
Status sendDataset(hid_t file, const std::string& path, Ask ask, uint64_t rows, Limits& limits,
                   const Answer& answer);

}  // namespace horo::hdf5
