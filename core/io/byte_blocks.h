// A file read block by block, so that only some megabytes of it are held.
#pragma once

#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/file.h"
#include "core/io/source.h"

namespace horo {

class HOROCYCLE_EXPORT ByteBlocks {
public:
    /// Reads at most `limit` bytes of the file, or standard input for "-". Error: missing, a folder, empty.
    static Result<ByteBlocks> open(const Source& source, uint64_t limit = UINT64_MAX);

    /// What is there and has not been taken; valid until more() is called.
    std::string_view ready() const { return std::string_view(buffer_).substr(at_); }
    /// Reads another block behind it. False: there is no more.
    bool more();
    void take(size_t bytes) { at_ += bytes; }
    /// Makes sure that `bytes` are ready. False: the file ends before.
    bool need(size_t bytes);

    uint64_t position() const { return read_ - (buffer_.size() - at_); }  ///< bytes taken
    uint64_t fileBytes() const { return fileBytes_; }                     ///< 0 = not known
    bool isWhole() const { return limit_ == UINT64_MAX || fileBytes_ <= limit_; }
    /// Of the whole file, once, when all is read; empty where it is not read whole.
    std::string sha256();

private:
    std::ifstream file_;
    bool isStandardInput_ = false;
    std::string buffer_;
    size_t at_ = 0;
    uint64_t read_ = 0, fileBytes_ = 0, limit_ = UINT64_MAX;
    Checksum checksum_;
};

/// The lines of a file of text.
class HOROCYCLE_EXPORT TextLines {
public:
    /// Error: as ByteBlocks; UTF-16, or zero bytes at its beginning.
    static Result<TextLines> open(const Source& source, uint64_t limit = UINT64_MAX);

    /// The next line without its end (LF, or CR LF), valid until the next call. False: no more lines, or one
    /// of more than 64 MB. Of a beginning, the line that the limit cuts is left out.
    bool next(std::string_view& line);
    /// Adds the line behind it and the LF between them: a quoted field goes on.
    bool extend(std::string_view& line);

    size_t number() const { return number_; }  ///< of the last line, from 1
    bool isTooLong() const { return isTooLong_; }
    const ByteBlocks& blocks() const { return blocks_; }
    std::string sha256() { return blocks_.sha256(); }
    /// "FILE:LINE" of the last line.
    std::string place() const;

private:
    explicit TextLines(ByteBlocks blocks, std::string name)
        : blocks_(std::move(blocks)), name_(std::move(name)) {}
    bool find(size_t from, std::string_view& line);

    ByteBlocks blocks_;
    std::string name_;
    size_t number_ = 0, taken_ = 0;
    bool isTooLong_ = false;
};

}  // namespace horo
