// Pictures as rows: encoded files that are decoded when somebody needs their pixels.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/items.h"

namespace horo {

/// Red, green and blue of each pixel, row by row from the top, 0 to 255.
struct Pixels {
    size_t width = 0, height = 0;
    std::vector<uint8_t> values;  ///< height x width x 3
};

struct HOROCYCLE_EXPORT Images {
    std::shared_ptr<const Items> items;  ///< name of each picture
    std::vector<std::string> files;      ///< the bytes of each, PNG or JPEG
    std::vector<std::string> labels;     ///< of each (its folder), or empty

    size_t size() const { return files.size(); }
    /// Error: no picture, a damaged one, one of absurd size.
    Result<Pixels> decode(size_t i) const;
};

}  // namespace horo
