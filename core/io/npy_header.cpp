#include "core/io/npy_header.h"

#include <fmt/format.h>

#include <charconv>
#include <regex>

namespace horo {

namespace {

Error damaged(const std::string& what, const std::string& place) {
    return inputError(what, "make the file again with numpy.save", place);
}

}  // namespace

Result<NpyHeader> parseNpyHeader(std::string_view bytes, const std::string& place) {
    if (bytes.size() < 10 || !bytes.starts_with("\x93NUMPY")) return damaged("is no numpy array", place);
    const int version = static_cast<unsigned char>(bytes[6]);
    if (version < 1 || version > 3)
        return damaged(fmt::format("has numpy format {}, not 1 to 3", version), place);
    const auto byte = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(bytes[i])); };
    NpyHeader header;
    size_t length = byte(8) | byte(9) << 8;
    header.dataStart = 10;
    if (version > 1) {
        if (bytes.size() < 12) return damaged("ends inside its header", place);
        length |= byte(10) << 16 | byte(11) << 24;
        header.dataStart = 12;
    }
    if (length > 65536 || header.dataStart + length > bytes.size())
        return damaged("ends inside its header", place);
    const std::string text(bytes.substr(header.dataStart, length));
    header.dataStart += length;

    static const std::regex descr("'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z])(\\d*)'");
    static const std::regex order("'fortran_order'\\s*:\\s*(True|False)");
    static const std::regex shape("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");
    std::smatch match;
    if (!std::regex_search(text, match, descr))
        return damaged("holds a type that is not plain numbers or text", place);
    if (match[1].length() == 1) header.order = match[1].str()[0];
    header.type = match[2].str()[0];
    if (header.type == 'O')
        return inputError("holds Python objects, which would have to be executed",
                          "save plain arrays (no dtype=object)", place);
    if (header.type == '?') header.type = 'b', header.size = 1;
    if (match[3].length() > 6) return damaged("has an absurd element size", place);
    if (match[3].length() > 0) header.size = std::stoul(match[3].str());
    if (!std::regex_search(text, match, order)) return damaged("has no fortran_order", place);
    header.fortran = match[1] == "True";
    if (!std::regex_search(text, match, shape)) return damaged("has no shape", place);
    const std::string numbers = match[1].str();
    for (size_t at = 0; at < numbers.size();) {
        if (numbers[at] == ' ' || numbers[at] == ',') {
            ++at;
            continue;
        }
        size_t extent = 0;
        const auto [stop, fault] =
            std::from_chars(numbers.data() + at, numbers.data() + numbers.size(), extent);
        if (fault != std::errc()) return damaged("has an absurd shape", place);
        header.shape.push_back(extent);
        at = static_cast<size_t>(stop - numbers.data());
    }
    if (header.shape.size() > 32) return damaged("has an absurd shape", place);
    return header;
}

Result<size_t> checkedCount(const NpyHeader& header, size_t bytes, const std::string& place) {
    const size_t elementBytes = header.elementBytes();
    size_t count = 1;
    for (const size_t extent : header.shape)
        if (__builtin_mul_overflow(count, extent, &count)) return damaged("has an absurd shape", place);
    size_t need = 0;
    if (__builtin_mul_overflow(count, elementBytes, &need) || need > bytes)
        return damaged(fmt::format("is cut off: {} elements of {} bytes do not fit into {} bytes", count,
                                   elementBytes, bytes),
                       place);
    // Elements of no size would let any count fit.
    if (elementBytes == 0 && count > 0) return damaged("holds elements of no size", place);
    return count;
}

}  // namespace horo
