// An attribute of a group or dataset.
#pragma once

#include <hdf5.h>

#include <string>

#include "core/io/hdf5/answer.h"

namespace horo::hdf5 {

/// As what is asked for, TextAttribute or NumberAttribute. Damaged: also where it is not there, is of another
/// type or larger than anyone writes.
Status sendAttribute(hid_t file, const std::string& path, const std::string& name, Ask ask,
                     const Answer& answer);

}  // namespace horo::hdf5
