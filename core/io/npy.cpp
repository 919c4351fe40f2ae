#include "core/io/npy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <regex>

namespace horo {

namespace {

struct Header {
    char order = '<';
    char type = 'f';
    size_t size = 0;  ///< bytes an element; of U: characters
    bool fortran = false;
    std::vector<size_t> shape;
    size_t dataStart = 0;
};

Error damaged(const std::string& what, const std::string& place) {
    return inputError(what, "make the file again with numpy.save", place);
}

Result<Header> parseHeader(std::string_view bytes, const std::string& place) {
    if (bytes.size() < 10 || !bytes.starts_with("\x93NUMPY")) return damaged("is no numpy array", place);
    const int version = static_cast<unsigned char>(bytes[6]);
    if (version < 1 || version > 3)
        return damaged(fmt::format("has numpy format {}, not 1 to 3", version), place);
    const auto byte = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(bytes[i])); };
    Header header;
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

/// Elements of the array, or an error where the bytes cannot hold them.
Result<size_t> checkedCount(const Header& header, size_t bytes, size_t elementBytes,
                            const std::string& place) {
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

template <class Stored>
Stored load(const char* from, bool swap) {
    char copy[sizeof(Stored)];
    std::memcpy(copy, from, sizeof(Stored));
    if (swap) std::reverse(copy, copy + sizeof(Stored));
    Stored value;
    std::memcpy(&value, copy, sizeof(Stored));
    return value;
}

double halfToDouble(uint16_t half) {
    const int exponent = half >> 10 & 31;
    const double mantissa = half & 1023;
    const double sign = half >> 15 ? -1 : 1;
    if (exponent == 31)
        return mantissa != 0 ? std::numeric_limits<double>::quiet_NaN()
                             : sign * std::numeric_limits<double>::infinity();
    return sign * (exponent == 0 ? std::ldexp(mantissa, -24) : std::ldexp(1024 + mantissa, exponent - 25));
}

void appendUtf8(std::string& text, uint32_t code) {
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | code >> 6);
        text += static_cast<char>(0x80 | (code & 63));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | code >> 12);
        text += static_cast<char>(0x80 | (code >> 6 & 63));
        text += static_cast<char>(0x80 | (code & 63));
    } else {
        text += static_cast<char>(0xF0 | code >> 18);
        text += static_cast<char>(0x80 | (code >> 12 & 63));
        text += static_cast<char>(0x80 | (code >> 6 & 63));
        text += static_cast<char>(0x80 | (code & 63));
    }
}

std::u32string toUtf32(const std::string& text) {
    std::u32string out;
    for (size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const int more = byte < 0x80 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
        char32_t code = more == 0 ? byte : byte & (0x3F >> more);
        for (int k = 1; k <= more && i + static_cast<size_t>(k) < text.size(); ++k)
            code = code << 6 | (static_cast<unsigned char>(text[i + static_cast<size_t>(k)]) & 0x3F);
        out += code;
        i += static_cast<size_t>(more) + 1;
    }
    return out;
}

template <class Stored, class Out, class Convert>
std::vector<Out> loadAll(std::string_view data, const Header& header, size_t count, Convert convert) {
    const bool swap = header.order == '>' && std::endian::native == std::endian::little;
    std::vector<Out> values(count);
    for (size_t i = 0; i < count; ++i)
        values[i] = convert(load<Stored>(data.data() + i * sizeof(Stored), swap));
    return values;
}

std::vector<std::string> loadTexts(std::string_view data, const Header& header, size_t count) {
    std::vector<std::string> texts(count);
    const bool swap = header.order == '>';
    for (size_t i = 0; i < count; ++i)
        for (size_t k = 0; k < header.size; ++k) {
            const size_t index = i * header.size + k;
            if (header.type == 'S') {
                if (data[index] == 0) break;
                texts[i] += data[index];
            } else {
                const uint32_t code = load<uint32_t>(data.data() + index * 4, swap);
                if (code == 0) break;
                appendUtf8(texts[i], code);
            }
        }
    return texts;
}

/// First index fastest (Fortran) to last index fastest (C).
template <class T>
std::vector<T> fromFortran(const std::vector<T>& values, const std::vector<size_t>& shape) {
    std::vector<T> rows(values.size());
    std::vector<size_t> index(shape.size(), 0);
    for (const T& value : values) {
        size_t place = 0;
        for (size_t axis = 0; axis < shape.size(); ++axis)
            place = place * shape[axis] + index[axis];
        rows[place] = value;
        for (size_t axis = 0; axis < shape.size() && ++index[axis] == shape[axis]; ++axis)
            index[axis] = 0;
    }
    return rows;
}

std::string header(const std::string& descr, const std::string& shape) {
    std::string text = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': {}, }}", descr, shape);
    text.append(64 - (10 + text.size() + 1) % 64, ' ');
    text += '\n';
    std::string bytes("\x93NUMPY\x01\x00", 8);
    bytes += static_cast<char>(text.size() & 255);
    bytes += static_cast<char>(text.size() >> 8);
    return bytes + text;
}

std::string textsAsNpy(const std::vector<std::string>& texts, const std::string& shape) {
    std::vector<std::u32string> wide;
    size_t longest = 1;
    for (const auto& text : texts)
        longest = std::max(longest, wide.emplace_back(toUtf32(text)).size());
    std::string bytes = header(fmt::format("<U{}", longest), shape);
    for (auto& text : wide) {
        text.resize(longest, U'\0');
        bytes.append(reinterpret_cast<const char*>(text.data()), longest * 4);
    }
    return bytes;
}

}  // namespace

size_t NpyArray::count() const {
    return std::visit([](const auto& v) { return v.size(); }, values);
}

Result<Vectors> NpyArray::toVectors() const {
    if (shape.size() > 2 || shape.empty())
        return inputError(fmt::format("has {} dimensions, not rows and columns", shape.size()),
                          "save an array of shape (n, d)");
    const size_t rows = shape[0], columns = shape.size() == 2 ? shape[1] : 1;
    if (const auto* v = std::get_if<std::vector<float>>(&values)) return Vectors(rows, columns, *v);
    if (const auto* v = std::get_if<std::vector<double>>(&values)) return Vectors(rows, columns, *v);
    if (const auto* v = std::get_if<std::vector<int64_t>>(&values))
        return Vectors(rows, columns, std::vector<double>(v->begin(), v->end()));
    return inputError("holds texts, not numbers", "save the vectors as float32 or float64");
}

std::vector<std::string> NpyArray::toTexts() const {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&values)) return *texts;
    std::vector<std::string> out;
    std::visit(
        [&](const auto& v) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(v)>, std::vector<std::string>>)
                for (const auto& value : v)
                    out.push_back(fmt::format("{}", value));
        },
        values);
    return out;
}

Result<NpyArray> parseNpy(std::string_view bytes, const std::string& place) {
    const auto head = parseHeader(bytes, place);
    if (!head) return head.error();
    const Header& h = *head;
    const std::string_view data = bytes.substr(h.dataStart);
    const size_t elementBytes = h.type == 'U' ? h.size * 4 : h.size;
    const auto counted = checkedCount(h, data.size(), elementBytes, place);
    if (!counted) return counted.error();
    const size_t count = *counted;
    NpyArray array;
    array.shape = h.shape;
    const std::string type = fmt::format("{}{}", h.type, h.size);
    const auto same = [](auto v) { return v; };
    const auto whole = [](auto v) { return static_cast<int64_t>(v); };
    if (h.type == 'U' || h.type == 'S')
        array.values = loadTexts(data, h, count);
    else if (type == "f4")
        array.values = loadAll<float, float>(data, h, count, same);
    else if (type == "f8")
        array.values = loadAll<double, double>(data, h, count, same);
    else if (type == "f2")
        array.values = loadAll<uint16_t, float>(
            data, h, count, [](uint16_t v) { return static_cast<float>(halfToDouble(v)); });
    else if (type == "i1")
        array.values = loadAll<int8_t, int64_t>(data, h, count, whole);
    else if (type == "i2")
        array.values = loadAll<int16_t, int64_t>(data, h, count, whole);
    else if (type == "i4")
        array.values = loadAll<int32_t, int64_t>(data, h, count, whole);
    else if (type == "i8")
        array.values = loadAll<int64_t, int64_t>(data, h, count, whole);
    else if (type == "u1" || type == "b1")
        array.values = loadAll<uint8_t, int64_t>(data, h, count, whole);
    else if (type == "u2")
        array.values = loadAll<uint16_t, int64_t>(data, h, count, whole);
    else if (type == "u4")
        array.values = loadAll<uint32_t, int64_t>(data, h, count, whole);
    else if (type == "u8") {
        const auto large = loadAll<uint64_t, uint64_t>(data, h, count, same);
        if (std::ranges::any_of(large, [](uint64_t v) { return v > std::numeric_limits<int64_t>::max(); }))
            return inputError("holds a whole number beyond 2^63", "save int64 or float64", place);
        array.values = std::vector<int64_t>(large.begin(), large.end());
    } else
        return inputError(fmt::format("holds type {}, which is not read", type),
                          "save float32, float64, integers or text", place);
    if (h.fortran) std::visit([&](auto& v) { v = fromFortran(v, h.shape); }, array.values);
    return array;
}

std::string npyBytes(const Vectors& vectors) {
    const std::string shape = fmt::format("({}, {})", vectors.rows(), vectors.columns());
    std::string bytes = header(vectors.isDouble() ? "<f8" : "<f4", shape);
    if (vectors.isDouble()) {
        const auto all = vectors.doubles();
        return bytes.append(reinterpret_cast<const char*>(all.data()), all.size_bytes());
    }
    const auto all = vectors.floats();
    return bytes.append(reinterpret_cast<const char*>(all.data()), all.size_bytes());
}

std::string npyBytes(const std::vector<std::string>& texts) {
    return textsAsNpy(texts, fmt::format("({},)", texts.size()));
}

std::string npyBytes(const std::vector<std::string>& texts, size_t columns) {
    return textsAsNpy(texts, fmt::format("({}, {})", texts.size() / columns, columns));
}

std::string npyText(const std::string& text) {
    return textsAsNpy({text}, "()");
}

std::string npyBytes(const Array& array) {
    const std::string shape =
        fmt::format("({}{})", fmt::join(array.shape, ", "), array.shape.size() == 1 ? "," : "");
    if (const auto* texts = std::get_if<std::vector<std::string>>(&array.values))
        return textsAsNpy(*texts, shape);
    constexpr std::array<std::string_view, 3> types{"<f4", "<f8", "<i8"};
    std::string bytes = header(std::string(types[array.values.index()]), shape);
    std::visit(
        [&](const auto& values) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(values)>, std::vector<std::string>>)
                bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0]));
        },
        array.values);
    return bytes;
}

std::string npyBytes(const std::vector<int64_t>& values, size_t columns) {
    std::string bytes =
        header("<i8", fmt::format("({}, {})", columns ? values.size() / columns : 0, columns));
    return bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * 8);
}

}  // namespace horo
