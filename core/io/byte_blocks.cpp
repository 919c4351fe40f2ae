#include "core/io/byte_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace horo {

namespace {

constexpr size_t blockBytes = size_t{1} << 20, longestLine = size_t{64} << 20;

}  // namespace

Result<ByteBlocks> ByteBlocks::open(const Source& source, uint64_t limit) {
    ByteBlocks blocks;
    blocks.limit_ = limit;
    blocks.isStandardInput_ = source.name == "-";
    if (!blocks.isStandardInput_) {
        if (source.isFolder()) return inputError("is a folder, not a file", "name a file in it", source.name);
        std::error_code ignored;
        const auto size = std::filesystem::file_size(source.path(), ignored);
        if (!ignored) blocks.fileBytes_ = size;
        blocks.file_.open(source.path(), std::ios::binary);
        if (!blocks.file_)
            return inputError("cannot be opened", "look at the path and at who may use it", source.name);
    }
    if (!blocks.more()) return inputError("is empty", "give a file with data", source.name);
    return blocks;
}

bool ByteBlocks::more() {
    buffer_.erase(0, at_);
    at_ = 0;
    const uint64_t left = std::min<uint64_t>(limit_ - read_, blockBytes);
    const size_t have = buffer_.size();
    buffer_.resize(have + left);
    std::istream& from = isStandardInput_ ? std::cin : file_;
    from.read(buffer_.data() + have, static_cast<std::streamsize>(left));
    const auto got = static_cast<size_t>(from.gcount());
    buffer_.resize(have + got);
    read_ += got;
    if (isWhole()) checksum_.add(std::string_view(buffer_).substr(have));
    return got > 0;
}

bool ByteBlocks::need(size_t bytes) {
    while (ready().size() < bytes)
        if (!more()) return false;
    return true;
}

std::string ByteBlocks::sha256() {
    if (!isWhole()) return {};
    while (more())
        at_ = buffer_.size();
    return checksum_.hexadecimal();
}

Result<TextLines> TextLines::open(const Source& source, uint64_t limit) {
    auto blocks = ByteBlocks::open(source, limit);
    if (!blocks) return blocks.error();
    const std::string_view head = blocks->ready();
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
        return inputError("is UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW", source.name);
    if (const size_t zero = head.find('\0'); zero != std::string_view::npos)
        return inputError(
            fmt::format("holds a zero byte at {}: it is not text", zero),
            "give a text file, or say what it is by ?format=NAME",
            fmt::format("{}:{}", source.name, 1 + std::ranges::count(head.substr(0, zero), '\n')));
    if (head.starts_with("\xEF\xBB\xBF")) blocks->take(3);
    return TextLines(std::move(*blocks), source.name);
}

bool TextLines::find(size_t from, std::string_view& line) {
    for (;;) {
        const std::string_view ready = blocks_.ready();
        size_t end = ready.find('\n', from);
        if (end == std::string_view::npos) {
            from = ready.size();
            isTooLong_ = from > longestLine;
            if (!isTooLong_ && blocks_.more()) continue;
            if (isTooLong_ || ready.empty() || !blocks_.isWhole()) return false;
            end = blocks_.ready().size();
            taken_ = end;
        } else {
            taken_ = end + 1;
        }
        line = blocks_.ready().substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        ++number_;
        return true;
    }
}

bool TextLines::next(std::string_view& line) {
    blocks_.take(taken_);
    taken_ = 0;
    return find(0, line);
}

bool TextLines::extend(std::string_view& line) {
    if (taken_ >= blocks_.ready().size() && !blocks_.more()) return false;
    return find(taken_, line);
}

std::string TextLines::place() const {
    return fmt::format("{}:{}", name_, number_);
}

}  // namespace horo
