// What the core and horocycle-hdf5 say to each other over a socket. Both are of one build and one machine.
#pragma once

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>

namespace horo::hdf5 {

enum class Ask : uint64_t {
    Entries,          ///< texts: path, type and extents ("1000 50") of each group and dataset
    Floats,           ///< a dataset as float,
    Doubles,          ///< as double,
    WholeNumbers,     ///< as int64_t
    Texts,            ///< a dataset as texts
    TextAttribute,    ///< as texts
    NumberAttribute,  ///< as int64_t
};

/// Path and name, where there are such, follow it.
struct Question {
    Ask ask = Ask::Entries;
    uint64_t rows = UINT64_MAX;  ///< of a dataset, at most
    uint64_t pathBytes = 0;      ///< of the dataset, or of what has the attribute
    uint64_t nameBytes = 0;      ///< of the attribute
};

enum class Status : uint64_t {
    Good,
    NotHdf5,    ///< the file is of another kind
    Unopened,   ///< the file is HDF5 and does not open
    Damaged,    ///< what was asked for cannot be read
    Elsewhere,  ///< the dataset lies in another file
    Ended,      ///< never sent: there is nobody to answer
};

/// An answer is parts, each followed by its bytes; the last one has none and says how it went. A text ends
/// with a zero byte.
struct Part {
    Status status = Status::Good;
    uint64_t bytes = 0;
};

/// The most bytes that an array unpacked from a file of so many bytes may take.
inline uint64_t largestArray(uint64_t fileBytes) {
    constexpr uint64_t strongestPacking = 1032;  // of deflate
    return std::min(std::min(fileBytes, uint64_t{1} << 40) * 4 * strongestPacking, uint64_t{16} << 30);
}

/// False: the other one is gone.
inline bool send(int socket, const void* bytes, size_t size) {
    for (const char* rest = static_cast<const char*>(bytes); size > 0;) {
        const ssize_t sent = ::send(socket, rest, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        rest += sent, size -= static_cast<size_t>(sent);
    }
    return true;
}

/// Waits for so many bytes. False: the other one is gone.
inline bool receive(int socket, void* bytes, size_t size) {
    for (char* rest = static_cast<char*>(bytes); size > 0;) {
        const ssize_t got = ::recv(socket, rest, size, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        rest += got, size -= static_cast<size_t>(got);
    }
    return true;
}

}  // namespace horo::hdf5
