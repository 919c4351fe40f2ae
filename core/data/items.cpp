#include "core/data/items.h"

#include <bit>

namespace horo {

namespace {

constexpr uint32_t empty = ~uint32_t{0};

/// FNV-1a.
uint64_t fed(uint64_t hash, std::string_view text) {
    for (const unsigned char byte : text)
        hash = (hash ^ byte) * 0x100000001B3ull;
    return hash;
}

/// The space and a separator; the same for all names in it.
uint64_t startOf(std::string_view space) {
    return (fed(0xCBF29CE484222325ull, space) ^ 0x1F) * 0x100000001B3ull;
}

/// Mixed so that ids are spread evenly.
ItemId idFrom(uint64_t start, std::string_view name) {
    uint64_t hash = fed(start, name);
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93ull;
    hash ^= hash >> 32;
    return hash == 0 ? 1 : hash;  // 0 means "no item"
}

std::vector<ItemId> idsOf(const std::vector<std::string>& names, std::string_view space) {
    const uint64_t start = startOf(space);
    std::vector<ItemId> ids;
    ids.reserve(names.size());
    for (const std::string& name : names)
        ids.push_back(idFrom(start, name));
    return ids;
}

std::vector<uint32_t> emptySlots(size_t rows) {
    return std::vector<uint32_t>(std::bit_ceil(2 * rows + 1), empty);
}

/// The slot of an id: it holds the row of that id, or is empty.
size_t slotOf(const std::vector<uint32_t>& slots, const std::vector<ItemId>& ids, ItemId id) {
    size_t slot = id & (slots.size() - 1);
    while (slots[slot] != empty && ids[slots[slot]] != id)
        slot = (slot + 1) & (slots.size() - 1);
    return slot;
}

}  // namespace

ItemId itemId(std::string_view name, std::string_view space) {
    return idFrom(startOf(space), name);
}

Result<std::shared_ptr<const Items>> Items::create(std::vector<std::string> names, std::string space) {
    if (names.size() >= empty) return inputError("has more than 4 billion rows", "give fewer");
    std::shared_ptr<Items> items(new Items);
    items->names_ = std::move(names);
    items->size_ = items->names_.size();
    items->space_ = std::move(space);
    items->ids_ = idsOf(items->names_, items->space_);
    items->slots_ = emptySlots(items->size());
    items->isSpelled_ = true;
    for (size_t row = 0; row < items->size(); ++row) {
        uint32_t& slot = items->slots_[slotOf(items->slots_, items->ids_, items->ids_[row])];
        if (slot != empty)
            return inputError("the id '" + items->names_[row] + "' stands twice (rows " +
                                  std::to_string(slot) + " and " + std::to_string(row) + ")",
                              "give each row an id of its own");
        slot = static_cast<uint32_t>(row);
    }
    return std::shared_ptr<const Items>(std::move(items));
}

std::shared_ptr<const Items> Items::numbered(size_t count, std::string space) {
    std::shared_ptr<Items> items(new Items);
    items->size_ = count;
    items->space_ = std::move(space);
    return items;
}

void Items::spell() const {
    const std::lock_guard lock(spelling_);
    if (isSpelled_) return;
    names_.reserve(size_);
    for (size_t row = 0; row < size_; ++row)
        names_.push_back(std::to_string(row));
    ids_ = idsOf(names_, space_);
    slots_ = emptySlots(size_);
    for (size_t row = 0; row < size_; ++row)
        slots_[slotOf(slots_, ids_, ids_[row])] = static_cast<uint32_t>(row);
    isSpelled_.store(true, std::memory_order_release);
}

std::optional<size_t> Items::rowOf(ItemId id) const {
    spelled();
    const uint32_t row = slots_[slotOf(slots_, ids_, id)];
    if (row == empty) return std::nullopt;
    return row;
}

std::vector<std::pair<size_t, size_t>> repeatedNames(const std::vector<std::string>& names) {
    std::vector<std::pair<size_t, size_t>> repeated;
    const auto ids = idsOf(names, {});
    auto slots = emptySlots(names.size());
    for (size_t row = 0; row < names.size(); ++row) {
        uint32_t& slot = slots[slotOf(slots, ids, ids[row])];
        if (slot == empty)
            slot = static_cast<uint32_t>(row);
        else
            repeated.emplace_back(row, slot);
    }
    return repeated;
}

}  // namespace horo
