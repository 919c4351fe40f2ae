// Texts of HDF5, of one length or of any.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/io/hdf5/handle.h"

namespace horo::hdf5 {

/// Texts stored as the type says, each with a zero byte at its end, where it is cut, too. `read` fills a
/// buffer of the memory type for the `count` texts of `space`. None: `read` failed.
std::optional<std::string> readTexts(hid_t stored, hid_t space, size_t count,
                                     const std::function<herr_t(hid_t memoryType, void* into)>& read);

}  // namespace horo::hdf5
