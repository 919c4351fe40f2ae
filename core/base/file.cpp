#include "core/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

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

Result<std::string> readFile(const fs::path& path, uint64_t limit) {
    const bool standardInput = path == "-";
    Descriptor file(standardInput ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) return systemError(path, "cannot be opened", errno);
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) return systemError(path, "cannot be read", errno);
    if (S_ISDIR(about.st_mode))
        return inputError("is a folder, not a file", "name a file in it", path.string());
    std::string bytes;
    if (S_ISREG(about.st_mode)) {
        if (static_cast<uint64_t>(about.st_size) > limit)
            return inputError(
                fmt::format("has {} bytes, more than the {} that are read", about.st_size, limit),
                "give a smaller file", path.string());
        bytes.reserve(static_cast<size_t>(about.st_size) + 1);
    }
    constexpr size_t block = 1 << 20;
    for (;;) {
        const size_t have = bytes.size();
        bytes.resize(have + block);
        const ssize_t got = ::read(file.number(), bytes.data() + have, block);
        if (got < 0 && errno == EINTR) {
            bytes.resize(have);
            continue;
        }
        if (got < 0) return systemError(path, "cannot be read", errno);
        bytes.resize(have + static_cast<size_t>(got));
        if (bytes.size() > limit)
            return inputError(fmt::format("has more than the {} bytes that are read", limit),
                              "give a smaller file", path.string());
        if (got == 0) return bytes;
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

std::string sha256(std::string_view bytes) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr);
    std::string text;
    for (unsigned int i = 0; i < size; ++i)
        text += fmt::format("{:02x}", digest[i]);
    return text;
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
