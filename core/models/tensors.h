// The tensors of a model as they lie in its files, whatever kind of file that is.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace horo {

enum class ElementType { F16, BF16, F32, F64, I8, U8, I16, I32, I64, Bool };

HOROCYCLE_EXPORT std::string_view elementTypeName(ElementType type);  ///< as safetensors says: "F32"
HOROCYCLE_EXPORT size_t bytesOf(ElementType type);

/// Numbers in row-major order, little-endian, where they lie in a mapped file.
struct HOROCYCLE_EXPORT Tensor {
    ElementType type = ElementType::F32;
    std::vector<size_t> extents;       ///< empty = one number
    std::span<const std::byte> bytes;  ///< may be misaligned
    std::shared_ptr<const void> owner;

    size_t count() const;
    std::string shapeText() const;  ///< "30522 x 384 F32"
    /// All numbers as float32.
    std::vector<float> floats() const;
};

using Tensors = std::map<std::string, Tensor, std::less<>>;

/// Tensors of a folder as a model hub ships it: model.safetensors, its shards by
/// model.safetensors.index.json, else pytorch_model.bin and its shards (read without executing anything).
/// Error: none of them, a shard that is missing (named), a damaged file.
HOROCYCLE_EXPORT Result<Tensors> tensorsOfFolder(const std::string& folder);
/// One file: safetensors or a pickled state_dict, by its content.
HOROCYCLE_EXPORT Result<Tensors> tensorsOfFile(const std::string& path);

}  // namespace horo
