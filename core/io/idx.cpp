#include "core/io/idx.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace horo {

namespace {

struct Type {
    unsigned char code;
    char letter;
    size_t bytes;
};
constexpr Type types[] = {{8, 'B', 1}, {9, 'b', 1}, {11, 'h', 2}, {12, 'i', 4}, {13, 'f', 4}, {14, 'd', 8}};
constexpr uint64_t strongestPacking = 1032;  // of deflate

Error damaged(const std::string& what, const std::string& place) {
    return inputError(what, "make or copy the file again", place);
}

struct EndInflate {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
};

/// Unpacks at most `most` bytes.
Result<std::string> unpacked(std::string_view packed, uint64_t most, const std::string& place) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return programError("zlib cannot start");
    const std::unique_ptr<z_stream, EndInflate> end(&stream);
    std::string bytes;
    constexpr size_t block = 1 << 20;
    size_t given = 0;
    for (int state = Z_OK; state != Z_STREAM_END;) {
        if (stream.avail_in == 0) {
            const size_t part = std::min<size_t>(packed.size() - given, size_t{1} << 30);
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data() + given));
            stream.avail_in = static_cast<uInt>(part);
            given += part;
        }
        const size_t have = bytes.size();
        const size_t room = std::min<uint64_t>(block, most - have);
        if (room == 0) return bytes;
        bytes.resize(have + room);
        stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + have);
        stream.avail_out = static_cast<uInt>(room);
        state = inflate(&stream, Z_NO_FLUSH);
        bytes.resize(bytes.size() - stream.avail_out);
        if (state != Z_OK && state != Z_STREAM_END)
            return damaged(
                fmt::format("is damaged behind byte {} of the packed file", given - stream.avail_in), place);
    }
    return bytes;
}

size_t bigEndian(std::string_view bytes, size_t at) {
    size_t value = 0;
    for (size_t i = at; i < at + 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

struct Header {
    Type type{};
    std::vector<size_t> extents;
    size_t headBytes = 0, allBytes = 0;
};

Result<Header> headerOf(std::string_view head, const std::string& place) {
    if (head.size() < 4 || head[0] != 0 || head[1] != 0)
        return damaged("is no IDX file: it does not begin with two zero bytes", place);
    const auto* type = std::ranges::find(types, static_cast<unsigned char>(head[2]), &Type::code);
    if (type == std::end(types))
        return damaged(fmt::format("holds numbers of the unknown type {}", head[2] & 255), place);
    Header header;
    header.type = *type;
    const auto dimensions = static_cast<unsigned char>(head[3]);
    header.headBytes = 4 + size_t{4} * dimensions;
    if (dimensions == 0 || head.size() < header.headBytes) return damaged("ends inside its header", place);
    size_t bytes = type->bytes;
    for (size_t i = 0; i < dimensions; ++i) {
        header.extents.push_back(bigEndian(head, 4 + 4 * i));
        if (__builtin_mul_overflow(bytes, header.extents.back(), &bytes))
            return damaged("has an absurd shape", place);
    }
    if (__builtin_add_overflow(bytes, header.headBytes, &header.allBytes))
        return damaged("has an absurd shape", place);
    return header;
}

template <class Stored, class Number>
std::vector<Number> numbersOf(const std::string& bytes) {
    std::vector<Number> numbers(bytes.size() / sizeof(Stored));
    for (size_t i = 0; i < numbers.size(); ++i) {
        char copy[sizeof(Stored)] = {};
        std::reverse_copy(bytes.data() + i * sizeof(Stored), bytes.data() + (i + 1) * sizeof(Stored), copy);
        Stored value;
        std::memcpy(&value, copy, sizeof(Stored));
        numbers[i] = static_cast<Number>(value);
    }
    return numbers;
}

}  // namespace

Result<IdxArray> parseIdx(std::string bytes, const std::string& place, uint64_t limit) {
    const bool isPacked = bytes.starts_with("\x1F\x8B");
    std::string head = bytes.substr(0, 4 + 255 * 4);
    if (isPacked) {
        auto start = unpacked(bytes, head.size(), place);
        if (!start) return start.error();
        head = std::move(*start);
    }
    auto header = headerOf(head, place);
    if (!header) return header.error();
    const uint64_t most =
        isPacked ? std::min<uint64_t>(limit, (bytes.size() + 1) * strongestPacking) : bytes.size();
    if (header->allBytes > most)
        return damaged(fmt::format("says that it has {} bytes, there are at most {}", header->allBytes, most),
                       place);
    if (isPacked) {
        auto all = unpacked(bytes, header->allBytes + 1, place);
        if (!all) return all.error();
        bytes = std::move(*all);
    }
    if (bytes.size() != header->allBytes)
        return damaged(fmt::format("has {} {} bytes than its header says",
                                   bytes.size() > header->allBytes ? bytes.size() - header->allBytes
                                                                   : header->allBytes - bytes.size(),
                                   bytes.size() > header->allBytes ? "more" : "fewer"),
                       place);
    IdxArray array;
    array.type = header->type.letter;
    array.extents = std::move(header->extents);
    array.values = std::move(bytes);
    array.values.erase(0, header->headBytes);
    return array;
}

Result<IdxRows> rowsOfIdx(const IdxArray& array, const std::string& place) {
    const auto& extents = array.extents;
    if (extents.size() < 2)
        return inputError("holds one number a row: these are labels",
                          "give the images; their labels are found beside them or by ?labels=FILE", place);
    size_t columns = 1;
    for (size_t i = 1; i < extents.size(); ++i)
        columns *= extents[i];
    if (extents[0] == 0 || columns == 0) return inputError("holds no row", "give at least one row", place);
    IdxRows rows;
    if (array.type == 'B') {
        std::vector<float> values(array.values.size());
        for (size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<float>(static_cast<unsigned char>(array.values[i])) / 255;
        rows.vectors = Vectors(extents[0], columns, std::move(values));
        if (extents.size() == 3) rows.picture = PictureShape{extents[2], extents[1], 1};
        return rows;
    }
    const auto take = [&](auto values) { rows.vectors = Vectors(extents[0], columns, std::move(values)); };
    if (array.type == 'b') take(numbersOf<int8_t, float>(array.values));
    if (array.type == 'h') take(numbersOf<int16_t, float>(array.values));
    if (array.type == 'i') take(numbersOf<int32_t, double>(array.values));
    if (array.type == 'f') take(numbersOf<float, float>(array.values));
    if (array.type == 'd') take(numbersOf<double, double>(array.values));
    return rows;
}

Result<std::vector<unsigned>> labelsOfIdx(const IdxArray& array, const std::string& place) {
    if (array.extents.size() != 1 || array.type != 'B')
        return inputError("holds no labels: one unsigned byte a row",
                          "give the labels that belong to the images", place);
    std::vector<unsigned> labels;
    for (const char c : array.values)
        labels.push_back(static_cast<unsigned char>(c));
    return labels;
}

}  // namespace horo
