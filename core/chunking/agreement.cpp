#include "core/chunking/agreement.h"

#include <algorithm>
#include <cmath>

namespace horo {

namespace {

/// The number of cuts in (i, i + window] while i goes up by one at a time.
class SlidingCount {
public:
    SlidingCount(CutSpan cuts, uint64_t window) : cuts_(cuts), window_(window) {}

    uint64_t at(uint64_t i) {
        while (first_ < cuts_.size() && cuts_[first_] <= i)
            ++first_;
        while (last_ < cuts_.size() && cuts_[last_] <= i + window_)
            ++last_;
        return last_ - first_;
    }

private:
    CutSpan cuts_;
    uint64_t window_;
    size_t first_ = 0, last_ = 0;
};

}  // namespace

uint64_t matchedCuts(CutSpan a, CutSpan b, uint64_t tolerance) {
    uint64_t matched = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const uint64_t apart = a[i] < b[j] ? b[j] - a[i] : a[i] - b[j];
        if (apart <= tolerance)
            ++matched, ++i, ++j;
        else if (a[i] < b[j])
            ++i;
        else
            ++j;
    }
    return matched;
}

uint64_t agreementWindow(CutSpan reference, uint64_t length) {
    const double units = static_cast<double>(reference.size() + 1);
    const double half = std::nearbyint(static_cast<double>(length) / units / 2);
    return std::max<uint64_t>(2, static_cast<uint64_t>(half));
}

std::optional<WindowScore> windowScore(CutSpan a, CutSpan b, uint64_t length, uint64_t window) {
    if (length <= window) return std::nullopt;
    WindowScore score;
    score.pairs = length - window;
    uint64_t different = 0, disagreeing = 0;
    SlidingCount inA(a, window), inB(b, window);
    for (uint64_t i = 0; i < score.pairs; ++i) {
        const uint64_t countA = inA.at(i), countB = inB.at(i);
        different += countA != countB;
        disagreeing += (countA == 0) != (countB == 0);
    }
    score.difference = static_cast<double>(different) / static_cast<double>(score.pairs);
    score.disagreement = static_cast<double>(disagreeing) / static_cast<double>(score.pairs);
    return score;
}

uint64_t nestingViolations(CutSpan a, CutSpan b) {
    const auto& fewer = a.size() < b.size() ? a : b;
    const auto& more = a.size() < b.size() ? b : a;
    return fewer.size() - matchedCuts(fewer, more, 0);
}

}  // namespace horo
