// What is selected: one immutable set of items for the whole workspace.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/export.h"
#include "core/data/items.h"

namespace horo {

/// A set of item ids with the one it hangs on (the node that was clicked, if any), who made it, and a
/// number that grows with every change. Cheap to copy.
class HOROCYCLE_EXPORT Selection {
public:
    Selection() = default;
    /// Sorts `ids` and drops repetitions. `origin` names the view or command that selects.
    Selection(std::vector<ItemId> ids, std::string origin, ItemId focus = 0);

    std::span<const ItemId> ids() const {
        return ids_ ? std::span<const ItemId>(*ids_) : std::span<const ItemId>();
    }
    size_t size() const { return ids_ ? ids_->size() : 0; }
    bool empty() const { return size() == 0; }
    bool contains(ItemId id) const;
    /// The item that a person pointed at, or 0.
    ItemId focus() const { return focus_; }
    const std::string& origin() const { return origin_; }
    uint64_t revision() const { return revision_; }

    Selection with(std::span<const ItemId> more, std::string origin) const;      ///< union
    Selection without(std::span<const ItemId> fewer, std::string origin) const;  ///< difference
    Selection common(std::span<const ItemId> other, std::string origin) const;   ///< intersection
    /// Same items and same focus.
    bool operator==(const Selection& other) const;

private:
    std::shared_ptr<const std::vector<ItemId>> ids_;
    std::string origin_;
    ItemId focus_ = 0;
    uint64_t revision_ = 0;
};

}  // namespace horo
