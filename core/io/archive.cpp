#include "core/io/archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <memory>

namespace horo {

namespace {

struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;
using SourceHandle = std::unique_ptr<zip_source_t, FreeSource>;

Error damaged(const std::string& what, const std::string& place) {
    return inputError(what, "make or copy the file again", place);
}

Result<std::string> readMember(zip_t* archive, zip_uint64_t index, uint64_t size, const std::string& place) {
    std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, index, 0));
    if (!file)
        return damaged(fmt::format("member {} cannot be read: {}", index, zip_strerror(archive)), place);
    // The declared size may lie: grow with what really comes, never beyond what was declared.
    std::string bytes;
    constexpr uint64_t block = 1 << 20;
    while (bytes.size() <= size) {
        const size_t have = bytes.size();
        const uint64_t want = std::min(block, size - have + 1);
        bytes.resize(have + want);
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + have, want);
        if (got < 0) return damaged(fmt::format("member {} is damaged", index), place);
        bytes.resize(have + static_cast<size_t>(got));
        if (got == 0) break;
    }
    if (bytes.size() != size)
        return damaged(fmt::format("member {} has another length than it says", index), place);
    return bytes;
}

}  // namespace

Result<std::map<std::string, std::string>> unpackArchive(std::string_view bytes, const std::string& place,
                                                         uint64_t limit) {
    if (bytes.empty()) return damaged("is empty", place);  // libzip would take it for an archive of nothing
    zip_error_t fault;
    zip_error_init(&fault);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &fault);
    if (!source) return damaged(fmt::format("cannot be read: {}", zip_error_strerror(&fault)), place);
    Archive archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &fault));
    if (!archive) {
        zip_source_free(source);
        Error error = damaged(fmt::format("is no intact zip archive: {}", zip_error_strerror(&fault)), place);
        zip_error_fini(&fault);
        return error;
    }
    std::map<std::string, std::string> files;
    uint64_t total = 0;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t about;
        zip_stat_init(&about);
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(archive.get(), index, 0, &about) != 0 || !(about.valid & ZIP_STAT_NAME) ||
            !(about.valid & ZIP_STAT_SIZE))
            return damaged(fmt::format("member {} has no name or length", i), place);
        if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
            return inputError("is encrypted", "save it without a password", place);
        total += about.size;
        if (about.size > limit || total > limit)
            return damaged(fmt::format("unpacks to more than {} bytes", limit), place);
        auto member = readMember(archive.get(), index, about.size, place);
        if (!member) return member.error();
        files[about.name] = std::move(*member);
    }
    return files;
}

Result<std::string> packArchive(const std::map<std::string, std::string>& files, bool compress) {
    zip_error_t fault;
    zip_error_init(&fault);
    SourceHandle target(zip_source_buffer_create(nullptr, 0, 0, &fault));
    if (!target) return programError("no buffer for a zip archive");
    Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &fault));
    if (!archive) return programError(fmt::format("no zip archive: {}", zip_error_strerror(&fault)));
    zip_source_keep(target.get());  // the archive owns one reference, we read from the other
    for (const auto& [name, content] : files) {
        zip_source_t* member = zip_source_buffer(archive.get(), content.data(), content.size(), 0);
        const zip_int64_t index =
            member ? zip_file_add(archive.get(), name.c_str(), member, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            if (member) zip_source_free(member);
            return programError(fmt::format("cannot add {} to a zip archive", name));
        }
        const auto place = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(archive.get(), place, compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                 compress ? 1 : 0);
        zip_file_set_dostime(archive.get(), place, 0, 33, 0);  // 1 January 1980: the first that zip knows
    }
    if (zip_close(archive.get()) != 0)
        return programError(fmt::format("cannot finish a zip archive: {}", zip_strerror(archive.get())));
    (void)archive.release();
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_source_stat(target.get(), &about) != 0 || zip_source_open(target.get()) != 0)
        return programError("a zip archive cannot be read back");
    std::string bytes(about.size, '\0');
    const zip_int64_t got = zip_source_read(target.get(), bytes.data(), bytes.size());
    zip_source_close(target.get());
    if (got < 0 || static_cast<size_t>(got) != bytes.size())
        return programError("a zip archive cannot be read back");
    return bytes;
}

}  // namespace horo
