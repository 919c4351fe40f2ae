#include "core/io/safetensors.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/io/half.h"
#include "core/io/json_text.h"

namespace horo {

namespace {

constexpr size_t longestHeader = 100'000'000;  // as in the reference implementation

Error damaged(const std::string& what, const std::string& place) {
    return inputError(what, "make or copy the file again", place);
}

size_t bytesOf(const std::string& type) {
    if (type == "F64" || type == "I64" || type == "U64") return 8;
    if (type == "F32" || type == "I32" || type == "U32") return 4;
    if (type == "F16" || type == "BF16" || type == "I16" || type == "U16") return 2;
    if (type == "I8" || type == "U8" || type == "BOOL" || type.starts_with("F8_")) return 1;
    return 0;
}

template <class Stored, class Number, class Convert>
std::vector<Number> converted(const char* from, size_t count, Convert convert) {
    std::vector<Number> values(count);
    for (size_t i = 0; i < count; ++i) {
        Stored stored;
        std::memcpy(&stored, from + i * sizeof(Stored), sizeof(Stored));
        values[i] = convert(stored);
    }
    return values;
}

template <class Number>
Vectors takenOrCopied(const StoredTensor& t, const std::shared_ptr<const std::string>& file) {
    const char* from = file->data() + t.first;
    if (reinterpret_cast<uintptr_t>(from) % sizeof(Number) == 0)
        return {t.extents[0], t.extents[1],
                std::shared_ptr<const Number>(file, reinterpret_cast<const Number*>(from))};
    return {t.extents[0], t.extents[1],
            converted<Number, Number>(from, t.extents[0] * t.extents[1], [](Number v) { return v; })};
}

/// Throws json::exception.
Result<StoredTensor> tensorOf(const nlohmann::json& entry, size_t dataStart, uint64_t fileBytes,
                              const std::string& place) {
    StoredTensor tensor;
    tensor.type = entry.at("dtype").get<std::string>();
    tensor.extents = entry.at("shape").get<std::vector<size_t>>();
    const auto first = entry.at("data_offsets").at(0).get<uint64_t>();
    const auto end = entry.at("data_offsets").at(1).get<uint64_t>();
    if (first > end || end > fileBytes - dataStart)
        return damaged(fmt::format("lies at bytes {} to {} of {}", first, end, fileBytes - dataStart), place);
    tensor.first = dataStart + first;
    tensor.end = dataStart + end;
    size_t bytes = bytesOf(tensor.type);
    for (const size_t extent : tensor.extents)
        if (__builtin_mul_overflow(bytes, extent, &bytes)) return damaged("has an absurd shape", place);
    if (bytesOf(tensor.type) > 0 && bytes != end - first)
        return damaged(fmt::format("has {} bytes, its shape asks for {}", end - first, bytes), place);
    return tensor;
}

}  // namespace

std::string StoredTensor::shapeText() const {
    return fmt::format("{} {}", fmt::join(extents, " x "), type);
}

Result<std::map<std::string, StoredTensor>> safetensorsHeader(std::string_view head, uint64_t fileBytes,
                                                              const std::string& place) {
    uint64_t length = 0;
    if (head.size() < 8) return damaged("is too short for a safetensors file", place);
    std::memcpy(&length, head.data(), 8);
    if (length > longestHeader || length > fileBytes - 8)
        return damaged(fmt::format("says that its header has {} bytes, the file has {}", length, fileBytes),
                       place);
    if (head.size() < 8 + length) return damaged("ends inside its header", place);
    const auto header = parseJson(std::string(head.substr(8, length)), place + ": header");
    if (!header) return header.error();
    if (!header->is_object()) return damaged("has a header that is no JSON object", place);
    std::map<std::string, StoredTensor> tensors;
    try {
        for (const auto& [name, entry] : header->items()) {
            if (name == "__metadata__") continue;
            auto tensor = tensorOf(entry, 8 + length, fileBytes, place + ": " + name);
            if (!tensor) return tensor.error();
            tensors[name] = std::move(*tensor);
        }
    } catch (const nlohmann::json::exception&) {
        return damaged("has a tensor without dtype, shape and data_offsets", place);
    }
    std::vector<std::pair<size_t, size_t>> spans;
    for (const auto& [name, tensor] : tensors)
        spans.emplace_back(tensor.first, tensor.end);
    std::ranges::sort(spans);
    for (size_t i = 1; i < spans.size(); ++i)
        if (spans[i].first < spans[i - 1].second) return damaged("has tensors that overlap", place);
    return tensors;
}

Result<Vectors> vectorsOf(const StoredTensor& t, const std::shared_ptr<const std::string>& file,
                          const std::string& place) {
    if (t.extents.size() != 2)
        return inputError(fmt::format("has {} dimensions, not rows and columns", t.extents.size()),
                          "choose a tensor of two dimensions by ?tensor=NAME", place);
    const char* from = file->data() + t.first;
    const size_t count = t.extents[0] * t.extents[1];
    const auto as = [&](auto values) { return Vectors(t.extents[0], t.extents[1], std::move(values)); };
    const auto real = [](auto v) { return static_cast<double>(v); };
    const auto single = [](auto v) { return static_cast<float>(v); };
    if (t.type == "F32") return takenOrCopied<float>(t, file);
    if (t.type == "F64") return takenOrCopied<double>(t, file);
    if (t.type == "F16")
        return as(converted<uint16_t, float>(from, count,
                                             [](uint16_t v) { return static_cast<float>(halfToDouble(v)); }));
    if (t.type == "BF16")
        return as(converted<uint16_t, float>(
            from, count, [](uint16_t v) { return std::bit_cast<float>(uint32_t{v} << 16); }));
    if (t.type == "I8") return as(converted<int8_t, float>(from, count, single));
    if (t.type == "U8" || t.type == "BOOL") return as(converted<uint8_t, float>(from, count, single));
    if (t.type == "I16") return as(converted<int16_t, float>(from, count, single));
    if (t.type == "U16") return as(converted<uint16_t, float>(from, count, single));
    if (t.type == "I32") return as(converted<int32_t, double>(from, count, real));
    if (t.type == "U32") return as(converted<uint32_t, double>(from, count, real));
    if (t.type == "I64") return as(converted<int64_t, double>(from, count, real));
    if (t.type == "U64") return as(converted<uint64_t, double>(from, count, real));
    return inputError(fmt::format("holds numbers of type {}, which are not read", t.type),
                      "save them as F32, F16 or BF16", place);
}

}  // namespace horo
