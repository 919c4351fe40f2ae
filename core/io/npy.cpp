#include "core/io/npy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/io/half.h"
#include "core/io/npy_header.h"

namespace horo {

namespace {

template <class Stored>
Stored load(const char* from, bool swap) {
    char copy[sizeof(Stored)];
    std::memcpy(copy, from, sizeof(Stored));
    if (swap) std::reverse(copy, copy + sizeof(Stored));
    Stored value;
    std::memcpy(&value, copy, sizeof(Stored));
    return value;
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
std::vector<Out> loadAll(std::string_view data, const NpyHeader& header, size_t count, Convert convert) {
    const bool swap = header.order == '>' && std::endian::native == std::endian::little;
    std::vector<Out> values(count);
    for (size_t i = 0; i < count; ++i)
        values[i] = convert(load<Stored>(data.data() + i * sizeof(Stored), swap));
    return values;
}

std::vector<std::string> loadTexts(std::string_view data, const NpyHeader& header, size_t count) {
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

Result<Vectors> NpyArray::toVectors() && {
    if (shape.size() > 2 || shape.empty())
        return inputError(fmt::format("has {} dimensions, not rows and columns", shape.size()),
                          "save an array of shape (n, d)");
    const size_t rows = shape[0], columns = shape.size() == 2 ? shape[1] : 1;
    if (auto* v = std::get_if<std::vector<float>>(&values)) return Vectors(rows, columns, std::move(*v));
    if (auto* v = std::get_if<std::vector<double>>(&values)) return Vectors(rows, columns, std::move(*v));
    if (const auto* v = std::get_if<std::vector<int64_t>>(&values))
        return Vectors(rows, columns, std::vector<double>(v->begin(), v->end()));
    return inputError("holds texts, not numbers", "save the vectors as float32 or float64");
}

Result<Vectors> NpyArray::toVectors() const& {
    return NpyArray(*this).toVectors();
}

std::string NpyShape::text() const {
    return fmt::format("{} {}", fmt::join(extents, " x "), type);
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

namespace {

/// The array of a header that has been read.
Result<NpyArray> parseArray(const NpyHeader& h, std::string_view data, const std::string& place) {
    const auto counted = checkedCount(h, data.size(), place);
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

template <class Number>
Vectors takenWhereItLies(std::string bytes, const NpyHeader& h) {
    const auto owner = std::make_shared<const std::string>(std::move(bytes));
    const auto* first = reinterpret_cast<const Number*>(owner->data() + h.dataStart);
    return {h.shape[0], h.shape.size() == 2 ? h.shape[1] : 1, std::shared_ptr<const Number>(owner, first)};
}

/// The shape of pictures in unsigned bytes, or nothing.
std::optional<PictureShape> pictureOf(const NpyHeader& h) {
    const auto& s = h.shape;
    if (h.type != 'u' || h.size != 1 || h.fortran || s.size() < 3 || s.size() > 4) return std::nullopt;
    if (s.size() == 4 && s[3] != 1 && s[3] != 3 && s[3] != 4) return std::nullopt;
    return PictureShape{s[2], s[1], s.size() == 4 ? s[3] : 1};
}

Vectors pixels(std::string_view bytes, const NpyHeader& h, size_t count) {
    std::vector<float> values(count);
    for (size_t i = 0; i < count; ++i)
        values[i] = static_cast<float>(static_cast<unsigned char>(bytes[h.dataStart + i])) / 255;
    return {h.shape[0], count / std::max<size_t>(h.shape[0], 1), std::move(values)};
}

}  // namespace

Result<NpyArray> parseNpy(std::string_view bytes, const std::string& place) {
    const auto head = parseNpyHeader(bytes, place);
    if (!head) return head.error();
    return parseArray(*head, bytes.substr(head->dataStart), place);
}

Result<NpyShape> npyShape(std::string_view bytes, const std::string& place) {
    const auto head = parseNpyHeader(bytes, place);
    if (!head) return head.error();
    if (const auto counted = checkedCount(*head, bytes.size() - head->dataStart, place); !counted)
        return counted.error();
    NpyShape shape;
    shape.extents = head->shape;
    shape.isText = head->type == 'U' || head->type == 'S';
    shape.type = fmt::format("{}{}", head->type, head->size);
    return shape;
}

Result<NpyTable> readNpyTable(std::string bytes, const std::string& place, bool isBeginning) {
    auto head = parseNpyHeader(bytes, place);
    if (!head) return head.error();
    NpyHeader& h = *head;
    NpyTable table;
    if (!h.shape.empty()) table.rowsInFile = h.shape[0];
    const size_t available = bytes.size() - h.dataStart;
    if (isBeginning && !h.shape.empty() && !h.fortran) {
        NpyHeader one = h;
        one.shape[0] = 1;
        const auto row = checkedCount(one, SIZE_MAX, place);
        if (!row) return row.error();
        if (*row > 0) h.shape[0] = std::min(h.shape[0], available / (*row * h.elementBytes()));
    }
    const auto counted = checkedCount(h, available, place);
    if (!counted) return counted.error();
    if ((table.picture = pictureOf(h))) {
        table.vectors = pixels(bytes, h, *counted);
        return table;
    }
    const bool liesReady = h.type == 'f' && h.order != '>' && !h.fortran && !h.shape.empty() &&
                           h.shape.size() <= 2 && (h.size == 4 || h.size == 8) &&
                           reinterpret_cast<uintptr_t>(bytes.data() + h.dataStart) % h.size == 0 &&
                           std::endian::native == std::endian::little;
    if (liesReady && bytes.size() > 64) {  // a short text lies in the string itself and would move
        table.vectors = h.size == 4 ? takenWhereItLies<float>(std::move(bytes), h)
                                    : takenWhereItLies<double>(std::move(bytes), h);
        return table;
    }
    auto array = parseArray(h, std::string_view(bytes).substr(h.dataStart), place);
    if (!array) return array.error();
    auto vectors = std::move(*array).toVectors();
    if (!vectors) return Error{vectors.error().cause, vectors.error().advice, place};
    table.vectors = std::move(*vectors);
    return table;
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

std::string npyNumbers(const std::vector<double>& numbers) {
    std::string bytes = header("<f8", fmt::format("({},)", numbers.size()));
    return bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(double));
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
