// safetensors files: a JSON header, then the bytes of tensors (huggingface/safetensors, README "Format").
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/data/vectors.h"

namespace horo {

struct StoredTensor {
    std::string type;  ///< "F32", "BF16"...
    std::vector<size_t> extents;
    size_t first = 0, end = 0;      ///< bytes in the file
    std::string shapeText() const;  ///< "30522 x 384 F32"
};

/// The tensors of a file of `fileBytes` bytes that begins with `head`, by name. Error: a header that is cut
/// off, no JSON, of absurd size; tensors that lie outside the file, overlap, or have other sizes than their
/// shapes.
HOROCYCLE_EXPORT Result<std::map<std::string, StoredTensor>> safetensorsHeader(std::string_view head,
                                                                               uint64_t fileBytes,
                                                                               const std::string& place);

/// A tensor of two dimensions as rows; float32 and float64 are taken where they lie. F16, BF16 and 8-bit
/// whole numbers become float32, others float64. Error: another number of dimensions or type.
HOROCYCLE_EXPORT Result<Vectors> vectorsOf(const StoredTensor& tensor,
                                           const std::shared_ptr<const std::string>& file,
                                           const std::string& place);

}  // namespace horo
