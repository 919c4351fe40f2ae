#include "views/ruler/RulerTrack.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {
constexpr double longest = 32;  // bytes
constexpr uint64_t looked = 4;
}  // namespace

RulerTrack::RulerTrack(std::string objectId, QString name, std::shared_ptr<const UnitText> cut, size_t level)
    : objectId_(std::move(objectId)), name_(std::move(name)), cut_(std::move(cut)), level_(level) {}

double RulerTrack::bits(size_t unit) const {
    return std::log2(static_cast<double>(units()) /
                     static_cast<double>(cut_->occurrences(level_, label(unit))));
}

double RulerTrack::strength(size_t unit, UnitColour by) const {
    if (by == UnitColour::None) return 0.4;
    if (by == UnitColour::Bits) return units() > 1 ? bits(unit) / std::log2(static_cast<double>(units())) : 0;
    const Text::Piece bytes = bytesOf(unit);
    return std::min(1.0,
                    std::log2(static_cast<double>(bytes.end - bytes.begin) + 1) / std::log2(longest + 1));
}

size_t RulerTrack::firstFrom(uint64_t byte) const {
    const auto unit = unitAt(byte);
    if (!unit) return units();
    return *unit + (bytesOf(*unit).begin < byte);
}

RulerTrack::Crowd RulerTrack::crowd(size_t first, size_t last, UnitColour by) const {
    if (first >= last) return {};
    Crowd crowd{last - first, 0};
    const uint64_t seen = std::min<uint64_t>(crowd.units, looked);
    for (uint64_t i = 0; i < seen; ++i)
        crowd.strength += strength(first + i * crowd.units / seen, by) / static_cast<double>(seen);
    return crowd;
}

std::vector<uint64_t> RulerTrack::occurrences(uint32_t wanted) const {
    std::vector<uint64_t> bytes;
    for (size_t unit = 0; unit < units(); ++unit)
        if (label(unit) == wanted) bytes.push_back(bytesOf(unit).begin);
    return bytes;
}

std::optional<size_t> RulerTrack::nextWith(uint32_t wanted, size_t unit) const {
    for (size_t step = 1; step <= units(); ++step)
        if (const size_t next = (unit + step) % units(); label(next) == wanted) return next;
    return {};
}

}  // namespace horo::views
