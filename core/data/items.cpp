#include "core/data/items.h"

namespace horo {

ItemId itemId(std::string_view name, std::string_view space) {
    // FNV-1a over the space, a separator and the name, then mixed so that ids are spread evenly.
    uint64_t hash = 0xCBF29CE484222325ull;
    const auto feed = [&hash](std::string_view text) {
        for (const unsigned char byte : text)
            hash = (hash ^ byte) * 0x100000001B3ull;
    };
    feed(space);
    hash = (hash ^ 0x1F) * 0x100000001B3ull;
    feed(name);
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93ull;
    hash ^= hash >> 32;
    return hash == 0 ? 1 : hash;  // 0 means "no item"
}

Result<std::shared_ptr<const Items>> Items::create(std::vector<std::string> names, std::string space) {
    std::shared_ptr<Items> items(new Items);
    items->names_ = std::move(names);
    items->space_ = std::move(space);
    items->ids_.reserve(items->names_.size());
    items->rows_.reserve(items->names_.size());
    for (size_t row = 0; row < items->names_.size(); ++row) {
        const std::string& name = items->names_[row];
        const ItemId id = itemId(name, items->space_);
        const auto [place, fresh] = items->rows_.emplace(id, static_cast<uint32_t>(row));
        if (!fresh) {
            const size_t other = place->second;
            return inputError("the id '" + name + "' stands twice (rows " + std::to_string(other) + " and " +
                                  std::to_string(row) + ")",
                              "give each row an id of its own");
        }
        items->ids_.push_back(id);
    }
    return std::shared_ptr<const Items>(std::move(items));
}

std::optional<size_t> Items::rowOf(ItemId id) const {
    const auto found = rows_.find(id);
    if (found == rows_.end()) return std::nullopt;
    return found->second;
}

}  // namespace horo
