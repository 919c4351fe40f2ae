#include "core/io/hdf5_file.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "core/io/hdf5_process.h"

namespace horo {

using hdf5::Ask;
using hdf5::Status;

namespace {

using Entry = Hdf5File::Entry;
using Content = Hdf5File::Content;

constexpr uint64_t mostListBytes = uint64_t{256} << 20;  // of paths, or of an attribute
constexpr size_t mostNumbersOfAttribute = 1000;

Entry entryOf(const std::string& type, const std::string& extents) {
    Entry entry;
    entry.type = type;
    entry.content = type == "group"   ? Content::Group
                    : type == "text"  ? Content::Text
                    : type == "other" ? Content::Other
                                      : Content::Numbers;
    const char* at = extents.data();
    const char* const end = at + extents.size();
    for (size_t extent = 0; at < end; at += at < end) {  // and over the space
        const auto read = std::from_chars(at, end, extent);
        if (read.ec != std::errc()) break;
        entry.extents.push_back(extent);
        at = read.ptr;
    }
    return entry;
}

}  // namespace

std::string Hdf5File::Entry::text() const {
    return fmt::format("{} {}", fmt::join(extents, " x "), type);
}

size_t Hdf5File::Entry::count() const {
    size_t count = 1;
    for (const size_t extent : extents)
        if (__builtin_mul_overflow(count, extent, &count)) return SIZE_MAX;
    return count;
}

Result<Hdf5File> Hdf5File::open(const std::string& path) {
    Hdf5File file;
    file.name_ = path;
    std::error_code fault;
    file.fileBytes_ = std::filesystem::file_size(path, fault);
    if (fault) return inputError("cannot be opened", "check the spelling of the path", path);
    file.process_ = std::make_shared<Hdf5Process>();
    if (auto started = file.process_->start(path); !started) return started.error();
    std::vector<std::string> list;
    const Status status = file.process_->askTexts({Ask::Entries}, mostListBytes, list);
    if (status == Status::NotHdf5)
        return inputError("is no HDF5 file", "check the name, or say what it is by ?format=NAME", path);
    if (status == Status::Unopened)
        return inputError("is damaged, cut off, or open for writing elsewhere", "copy the file again", path);
    if (status == Status::Ended) return file.process_->failure();
    if (status != Status::Good)
        return inputError("is damaged, or has more than 100,000 parts", "write the file again", path);
    for (size_t i = 0; i + 2 < list.size(); i += 3)
        file.entries_[std::move(list[i])] = entryOf(list[i + 1], list[i + 2]);
    return file;
}

const Entry* Hdf5File::find(const std::string& path) const {
    const auto found = entries_.find(path);
    return found == entries_.end() ? nullptr : &found->second;
}

uint64_t Hdf5File::largestArray() const {
    return hdf5::largestArray(fileBytes_);
}

Error Hdf5File::failure(Status status, const std::string& path) const {
    const std::string place = name_ + ": " + path;
    if (status == Status::Ended) return process_->failure();
    if (status == Status::Elsewhere)
        return inputError("lies in another file", "copy the numbers into this one", place);
    return inputError(
        "cannot be read: it is damaged, or packed in a way that this HDF5 library does not know",
        "write it again without a filter, or with gzip", place);
}

Result<void> Hdf5File::check(const std::string& path, Content content) const {
    const std::string place = name_ + ": " + path;
    const Entry* entry = find(path);
    if (!entry || entry->content == Content::Group)
        return inputError("there is no such dataset in the file itself", "name another one", place);
    if (entry->content != content)
        return inputError(
            fmt::format("holds {}, not {}", entry->type, content == Content::Text ? "text" : "numbers"),
            "name another dataset", place);
    if (entry->count() > largestArray() / 8)
        return inputError(fmt::format("says that it holds {}, far more than a file of {} bytes can",
                                      entry->text(), fileBytes_),
                          "write the file again", place);
    return {};
}

std::vector<std::string> Hdf5File::textAttribute(const std::string& path, const std::string& name) const {
    std::vector<std::string> texts;
    process_->askTexts({Ask::TextAttribute, path, name}, mostListBytes, texts);
    return texts;
}

std::vector<int64_t> Hdf5File::numberAttribute(const std::string& path, const std::string& name) const {
    std::vector<int64_t> numbers;
    process_->askNumbers({Ask::NumberAttribute, path, name}, mostNumbersOfAttribute, numbers);
    return numbers;
}

}  // namespace horo
