#include "core/io/hdf5/limits.h"

#include <sys/resource.h>

#include <algorithm>

#include "core/io/hdf5/protocol.h"

namespace horo::hdf5 {

namespace {

constexpr uint64_t leastSeconds = 2, mostSeconds = 20, fileBytesPerSecond = 2'000'000;
constexpr uint64_t bytesPerSecond = 10'000'000, bytesPerQuestion = bytesPerSecond / 200;
constexpr uint64_t leastMemory = uint64_t{512} << 20;
constexpr uint64_t descriptors = 4;  // the three streams and the file
#ifdef HOROCYCLE_SANITIZED
constexpr bool limitsMemory = false;  // sanitizers reserve terabytes of addresses
#else
constexpr bool limitsMemory = true;
#endif

void limit(__rlimit_resource resource, uint64_t amount) {
    rlimit now{};
    ::getrlimit(resource, &now);
    now.rlim_cur = std::min<rlim_t>(amount, now.rlim_max);
    ::setrlimit(resource, &now);
}

}  // namespace

Limits::Limits(uint64_t fileBytes) : fileBytes_(fileBytes) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, descriptors);
    set(0);
}

void Limits::allowQuestion() {
    limit(RLIMIT_NOFILE, descriptors);
    allowed_ += bytesPerQuestion;
    set(0);
}

void Limits::allowReading(uint64_t bytes) {
    limit(RLIMIT_NOFILE, RLIM_INFINITY);
    bytes = std::min(bytes, largestArray(fileBytes_));
    allowed_ += bytes;
    set(bytes);
}

void Limits::set(uint64_t arrayBytes) const {
    const uint64_t opening = std::min(leastSeconds + fileBytes_ / fileBytesPerSecond, mostSeconds);
    limit(RLIMIT_CPU, opening + allowed_ / bytesPerSecond);
    if (limitsMemory) limit(RLIMIT_AS, leastMemory + fileBytes_ + 2 * arrayBytes);
}

}  // namespace horo::hdf5
