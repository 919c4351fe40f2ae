#include "core/data/selection.h"

#include <algorithm>
#include <atomic>

namespace horo {

namespace {
std::atomic<uint64_t> lastRevision{0};
}

Selection::Selection(std::vector<ItemId> ids, std::string origin, ItemId focus)
    : origin_(std::move(origin)), focus_(focus), revision_(++lastRevision) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    ids_ = std::make_shared<const std::vector<ItemId>>(std::move(ids));
}

bool Selection::contains(ItemId id) const {
    return ids_ && std::binary_search(ids_->begin(), ids_->end(), id);
}

Selection Selection::with(std::span<const ItemId> more, std::string origin) const {
    std::vector<ItemId> all(ids().begin(), ids().end());
    all.insert(all.end(), more.begin(), more.end());
    return Selection(std::move(all), std::move(origin), focus_);
}

Selection Selection::without(std::span<const ItemId> fewer, std::string origin) const {
    std::vector<ItemId> drop(fewer.begin(), fewer.end());
    std::sort(drop.begin(), drop.end());
    std::vector<ItemId> rest;
    std::set_difference(ids().begin(), ids().end(), drop.begin(), drop.end(), std::back_inserter(rest));
    const bool focusGoes = std::binary_search(drop.begin(), drop.end(), focus_);
    return Selection(std::move(rest), std::move(origin), focusGoes ? 0 : focus_);
}

Selection Selection::common(std::span<const ItemId> other, std::string origin) const {
    std::vector<ItemId> sorted(other.begin(), other.end()), both;
    std::sort(sorted.begin(), sorted.end());
    std::set_intersection(ids().begin(), ids().end(), sorted.begin(), sorted.end(), std::back_inserter(both));
    const bool focusStays = std::binary_search(both.begin(), both.end(), focus_);
    return Selection(std::move(both), std::move(origin), focusStays ? focus_ : 0);
}

bool Selection::operator==(const Selection& other) const {
    return focus_ == other.focus_ && std::ranges::equal(ids(), other.ids());
}

}  // namespace horo
