#include "core/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <optional>

#include "core/base/parallel.h"

namespace horo {

namespace {

namespace fs = std::filesystem;

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ > 2) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool close() {
        const bool closed = ::close(number_) == 0;
        number_ = -1;
        return closed;
    }

private:
    int number_;
};

Error systemError(const fs::path& path, const std::string& what, int code) {
    std::string advice = "look at the path and at who may use it";
    if (code == ENOSPC || code == EDQUOT) advice = "free some space on that disk, or choose another place";
    if (code == EACCES || code == EROFS || code == EPERM) advice = "choose a place that you may write to";
    if (code == ENOENT) advice = "check the spelling of the path";
    return inputError(fmt::format("{}: {}", what, std::strerror(code)), advice, path.string());
}

}  // namespace

namespace {

constexpr size_t block = 1 << 20;

/// Appends at most one block. False: the file is at its end.
Result<bool> readBlock(const Descriptor& file, const fs::path& path, std::string& bytes) {
    const size_t have = bytes.size();
    bytes.resize(have + block);
    ssize_t got;
    do
        got = ::read(file.number(), bytes.data() + have, block);
    while (got < 0 && errno == EINTR);
    if (got < 0) return systemError(path, "cannot be read", errno);
    bytes.resize(have + static_cast<size_t>(got));
    return got > 0;
}

/// An open file and how many bytes it has, 0 where that is not known.
struct OpenFile {
    std::unique_ptr<Descriptor> descriptor;
    size_t size = 0;
};

Result<OpenFile> openFile(const fs::path& path, uint64_t limit) {
    OpenFile file;
    file.descriptor =
        std::make_unique<Descriptor>(path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.descriptor->number() < 0) return systemError(path, "cannot be opened", errno);
    struct stat about {};
    if (::fstat(file.descriptor->number(), &about) != 0) return systemError(path, "cannot be read", errno);
    if (S_ISDIR(about.st_mode))
        return inputError("is a folder, not a file", "name a file in it", path.string());
    if (!S_ISREG(about.st_mode)) return file;
    file.size = static_cast<size_t>(about.st_size);
    if (file.size > limit)
        return inputError(fmt::format("has {} bytes, more than the {} that are read", file.size, limit),
                          "give a smaller file", path.string());
    return file;
}

}  // namespace

Result<std::string> readFile(const fs::path& path, uint64_t limit) {
    const auto file = openFile(path, limit);
    if (!file) return file.error();
    std::string bytes;
    bytes.reserve(file->size + block);
    for (;;) {
        const auto more = readBlock(*file->descriptor, path, bytes);
        if (!more) return more.error();
        if (bytes.size() > limit)
            return inputError(fmt::format("has more than the {} bytes that are read", limit),
                              "give a smaller file", path.string());
        if (!*more) return bytes;
    }
}

Result<FileBytes> readFileAndChecksum(const fs::path& path, uint64_t limit) {
    const auto file = openFile(path, limit);
    if (!file) return file.error();
    if (file->size < 4 * block) {
        auto bytes = readFile(path, limit);
        if (!bytes) return bytes.error();
        std::string sum = sha256(*bytes);
        return FileBytes{std::move(*bytes), std::move(sum)};
    }
    FileBytes read;
    read.bytes.reserve(file->size + block);  // so that what is there stays where it is
    const char* const first = read.bytes.data();
    constexpr size_t finished = size_t{1} << 63;
    std::atomic<size_t> ready{0};  // bytes, and whether these are all
    std::optional<Error> fault;
    Checksum checksum;
    runWorkers(2, [&](int worker) {
        if (worker == 1)
            for (size_t summed = 0;;) {
                const size_t seen = ready, end = seen & ~finished;
                checksum.add({first + summed, end - summed});
                if (seen & finished) return;
                summed = end;
                ready.wait(seen);
            }
        while (!fault && read.bytes.size() <= file->size) {
            const auto more = readBlock(*file->descriptor, path, read.bytes);
            if (!more) fault = more.error();
            if (!more || !*more) break;
            ready = std::min(read.bytes.size(), file->size);
            ready.notify_one();
        }
        ready |= finished;
        ready.notify_one();
    });
    if (fault) return *fault;
    if (read.bytes.size() != file->size)
        return inputError("changed while it was read", "open it again when it is complete", path.string());
    read.sha256 = checksum.hexadecimal();
    return read;
}

Result<FileBytes> readBeginning(const fs::path& path, uint64_t limit) {
    const auto file = openFile(path, UINT64_MAX);
    if (!file) return file.error();
    if (file->size <= limit) return readFileAndChecksum(path);
    FileBytes read;
    while (read.bytes.size() < limit) {
        const auto more = readBlock(*file->descriptor, path, read.bytes);
        if (!more) return more.error();
        if (!*more) break;
    }
    read.bytes.resize(std::min<size_t>(read.bytes.size(), limit));
    return read;
}

Result<std::string> sha256OfFile(const fs::path& path) {
    const auto file = openFile(path, UINT64_MAX);
    if (!file) return file.error();
    Checksum checksum;
    std::string bytes;
    for (;;) {
        bytes.clear();
        const auto more = readBlock(*file->descriptor, path, bytes);
        if (!more) return more.error();
        if (!*more) return checksum.hexadecimal();
        checksum.add(bytes);
    }
}

Result<void> writeFile(const fs::path& path, std::string_view bytes) {
    std::error_code ignored;
    // A link is followed, so that the file it names is replaced and not the link.
    const fs::path target = fs::is_symlink(path, ignored) ? fs::canonical(path, ignored) : path;
    std::string aside = (target.empty() ? path : target).string() + ".part-XXXXXX";
    Descriptor file(::mkostemp(aside.data(), O_CLOEXEC));
    if (file.number() < 0) return systemError(path, "cannot be written", errno);
    const auto fail = [&](const char* what) {
        const int code = errno;
        ::unlink(aside.c_str());
        return systemError(path, what, code);
    };
    for (size_t done = 0; done < bytes.size();) {
        const ssize_t wrote = ::write(file.number(), bytes.data() + done, bytes.size() - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return fail("cannot be written");
        done += static_cast<size_t>(wrote);
    }
    struct stat before {};
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t mode = ::stat(target.c_str(), &before) == 0 ? before.st_mode & 07777 : 0666 & ~mask;
    if (::fchmod(file.number(), mode) != 0) return fail("cannot be written");
    if (::fsync(file.number()) != 0) return fail("cannot be written to the disk");
    if (!file.close()) return fail("cannot be written");
    if (::rename(aside.c_str(), (target.empty() ? path : target).c_str()) != 0)
        return fail("cannot be replaced");
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.number() >= 0) ::fsync(directory.number());  // best effort: some file systems refuse it
    return {};
}

Checksum::Checksum()
    : state_(EVP_MD_CTX_new(), [](void* state) { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(state)); }) {
    EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(state_.get()), EVP_sha256(), nullptr);
}

void Checksum::add(std::string_view bytes) {
    EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(state_.get()), bytes.data(), bytes.size());
}

std::string Checksum::hexadecimal() {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(state_.get()), digest, &size);
    std::string text;
    for (unsigned int i = 0; i < size; ++i)
        text += fmt::format("{:02x}", digest[i]);
    return text;
}

std::string sha256(std::string_view bytes) {
    Checksum checksum;
    checksum.add(bytes);
    return checksum.hexadecimal();
}

std::string sha256OfFolder(const std::vector<std::pair<std::string, std::string>>& namesAndSums) {
    std::string lines;
    for (const auto& [name, sum] : namesAndSums)
        lines += sum + "  " + name + "\n";
    return sha256(lines);
}

size_t firstInvalidUtf8(std::string_view text) {
    const auto* byte = reinterpret_cast<const unsigned char*>(text.data());
    const size_t size = text.size();
    for (size_t i = 0; i < size;) {
        if (byte[i] < 0x80) {
            ++i;
            continue;
        }
        int more;
        uint32_t least, code;
        if ((byte[i] & 0xE0) == 0xC0)
            more = 1, least = 0x80, code = byte[i] & 0x1F;
        else if ((byte[i] & 0xF0) == 0xE0)
            more = 2, least = 0x800, code = byte[i] & 0x0F;
        else if ((byte[i] & 0xF8) == 0xF0)
            more = 3, least = 0x10000, code = byte[i] & 0x07;
        else
            return i;
        if (i + static_cast<size_t>(more) >= size) return i;
        for (int k = 1; k <= more; ++k) {
            if ((byte[i + static_cast<size_t>(k)] & 0xC0) != 0x80) return i;
            code = code << 6 | (byte[i + static_cast<size_t>(k)] & 0x3F);
        }
        if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return i;
        i += static_cast<size_t>(more) + 1;
    }
    return std::string_view::npos;
}

}  // namespace horo
